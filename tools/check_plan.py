#!/usr/bin/env python3
"""Checks a printed plan for itself: every pair may be, nobody gets more than fits, and no other plan helps more people or fits better.

It knows nothing of how the plan was made: it makes one of its own from the printed candidates, by successive longest paths, and compares.

usage: naast match --plan --candidates … | check_plan.py       one line, exit 1 when the plan is not the best
       check_plan.py --self                                    plants mistakes in plans and sees that each is found
"""
import json, random, sys


def best(requests, room, score):
    """The most pairs and of those the highest total: one request more at a time, along the path that adds most."""
    buddy_of, held = {}, {b: set() for b in room}
    for _ in requests:
        # Bellman and Ford: what reaching a request or a buddy adds at most, from any request without a buddy
        gain = {('r', r): 0 for r in requests if r not in buddy_of}
        came = {}
        changed = True
        while changed:
            changed = False
            for (r, b), points in score.items():
                if ('r', r) in gain and buddy_of.get(r) != b and gain['r', r] + points > gain.get(('b', b), -10**18):
                    gain['b', b], came['b', b], changed = gain['r', r] + points, r, True
            for r, b in buddy_of.items():
                if ('b', b) in gain and gain['b', b] - score[r, b] > gain.get(('r', r), -10**18):
                    gain['r', r], came['r', r], changed = gain['b', b] - score[r, b], b, True
        ends = [b for b in room if ('b', b) in gain and len(held[b]) < room[b]]
        if not ends:
            break
        b = max(ends, key=lambda b: gain['b', b])
        while True:
            r = came['b', b]
            held[b].add(r)
            before = buddy_of.get(r)
            buddy_of[r] = b
            if before is None:
                break
            held[before].discard(r)
            b = before
    return len(buddy_of), sum(score[p] for p in buddy_of.items())


def mistakes(said):
    score = {(c['request'], c['buddy']): c['score'] for c in said['candidates']}
    used, seen, total = {}, set(), 0
    for p in said['pairs']:
        pair = p['request'], p['buddy']
        if pair not in score:
            yield f'{pair} may not be'
        elif score[pair] != p['score']:
            yield f'{pair} has another score among the candidates'
        if p['request'] in seen:
            yield f'{p["request"]} has two buddies'
        seen.add(p['request'])
        used[p['buddy']] = used.get(p['buddy'], 0) + 1
        total += p['score']
    for b, count in used.items():
        if count > said['capacity'].get(b, 0):
            yield f'{b} has {count} parents and room for {said["capacity"].get(b, 0)}'
    if (said['helped'], said['objective']) != (len(said['pairs']), total):
        yield 'the plan does not add up'
    found = best(sorted({r for r, _ in score}), said['capacity'], score)
    if found != (len(said['pairs']), total):
        yield f'the best plan helps {found[0]} with {found[1]} points, this one {len(said["pairs"])} with {total}'


def plan_of(pairs, score, room):
    return {'pairs': [{'request': r, 'buddy': b, 'score': score.get((r, b), 0)} for r, b in pairs], 'candidates': [{'request': r, 'buddy': b, 'score': s} for (r, b), s in score.items()],
            'capacity': room, 'helped': len(pairs), 'objective': sum(score.get(p, 0) for p in pairs)}


def slow(requests, room, score):
    if not requests:
        return 0, 0
    results = [slow(requests[1:], room, score)]
    for b in room:
        if (requests[0], b) in score and room[b] > 0:
            helped, total = slow(requests[1:], {**room, b: room[b] - 1}, score)
            results.append((helped + 1, total + score[requests[0], b]))
    return max(results)


def self_test():
    chance = random.Random(5)
    for _ in range(400):
        requests, room = [f'r{i}' for i in range(chance.randint(0, 4))], {f'b{i}': chance.randint(0, 2) for i in range(chance.randint(0, 4))}
        score = {(r, b): chance.randint(-3, 9) for r in requests for b in room if chance.random() < .6}
        assert best(requests, room, score) == slow(requests, room, score), (requests, room, score)
    score, room = {('r', 'b'): 5, ('r', 'c'): 4, ('s', 'b'): 5}, {'b': 1, 'c': 1}
    good = [('r', 'c'), ('s', 'b')]
    assert not list(mistakes(plan_of(good, score, room)))
    for name, planted in {'one fewer': plan_of(good[:1], score, room), 'not allowed': plan_of([('s', 'c'), ('r', 'b')], score, room), 'no room': plan_of([('r', 'b'), ('s', 'b')], score, room),
                          'twice': plan_of([('r', 'b'), ('r', 'c')], score, room), 'worse': plan_of([('r', 'c')], {('r', 'b'): 5, ('r', 'c'): 4}, room), 'wrong sum': {**plan_of(good, score, room), 'objective': 8}}.items():
        assert list(mistakes(planted)), name
    print('the check finds what is planted')


if sys.argv[1:] == ['--self']:
    self_test()
else:
    said = json.load(sys.stdin)
    found = list(mistakes(said))
    for line in found:
        print(line)
    print(f'{said["helped"]} of {said["helped"] + len(said["unmatched"])} helped, {len(said["candidates"])} candidates: ' + ('NOT the best plan' if found else 'no plan is better'))
    sys.exit(bool(found))
