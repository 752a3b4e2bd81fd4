#!/usr/bin/env python3
"""Changes one thing at a time in a file of rules and sees whether its tests notice; a change that nobody notices is a hole in the tests.

usage: mutants.py BUILD [--of NAME] [--some N]    (NAME: policy; --some: a sample of N, the same each time)
"""
import concurrent.futures, pathlib, random, re, subprocess, sys, tempfile

FILES = {  # what is changed, which objects of the build it stands on, and the tests that must notice
    'policy': ('src/visit/policy.cpp', ['CMakeFiles/visit.dir/src/visit/role.cpp.o', 'CMakeFiles/naast_tests.dir/src/visit/policy_test.cpp.o', 'CMakeFiles/naast_tests.dir/src/visit/policy_table_test.cpp.o'])}
LIBRARIES = ['libplatform_base.a', '-lgtest', '-lgtest_main', '-lfmt', '-lspdlog', '-ldate-tz', '-lpthread']

build = pathlib.Path(sys.argv[1])
name = sys.argv[sys.argv.index('--of') + 1] if '--of' in sys.argv else 'policy'
some = int(sys.argv[sys.argv.index('--some') + 1]) if '--some' in sys.argv else 0
path, objects = FILES[name]
source = pathlib.Path(path).read_text()
code = re.sub(r'//[^\n]*', lambda comment: ' ' * len(comment[0]), source)


def changes():
    """Every change: where it begins and ends, and what stands there instead."""
    for found in re.finditer(r'\{R::(\w+)(, Tie::\w+)?\}(, )?', code):
        if found[1] != 'anyone' or code[found.start() - 1] == '{':
            yield found.start(), found.end(), '', 'without ' + found[1]
        yield *found.span(1), 'council' if found[1] != 'council' else 'expert', f'{found[1]} is another'
        if found[2]:
            yield *found.span(2), '', f'{found[1]} without a tie'
            yield *found.span(2), ', Tie::taking_part' if 'taking_part' not in found[2] else ', Tie::own', f'{found[1]} by another tie'
        else:
            yield found.end(1), found.end(1), ', Tie::own', f'{found[1]} by a tie only'
    for found in re.finditer(r'return \{"(\w+)"', code):
        yield *found.span(1), 'X', f'rule {found[1]} is called X'
    for found in re.finditer(r'\}, confidential\}', code):
        yield *found.span(), '}}', 'not confidential'
    for found in re.finditer(r'\{R::\w+(?:, Tie::\w+)?\}\}\};', code):
        yield found.end() - 2, found.end() - 2, ', confidential', 'confidential'
    for listed in re.finditer(r'std::array its\{([^}]*)\}', code):
        for found in re.finditer(r'Action::\w+(, )?', listed[1]):
            at = listed.start(1)
            last = found[1] is None
            yield at + found.start() - (2 if last and found.start() else 0), at + found.end(), '', f'{found[0].strip(", ")} not in its list'
    for old, new in ((' && ', ' || '), (' || ', ' && '), (' == ', ' != '), (' != ', ' == '), ('return true;', 'return false;'), ('return false;', 'return true;'), ('continue;', ';')):
        for found in re.finditer(re.escape(old), code):
            yield *found.span(), new, f'{old.strip()} is {new.strip()}'
    for found in re.finditer(r'(?<=[ (])!(?=\w)', code):
        yield *found.span(), '', 'not a not'


def line_of(at):
    return source.count('\n', 0, at) + 1


def tried(change):
    """What became of one change: refused by the compiler, noticed by a test, or neither."""
    begin, end, instead, what = change
    with tempfile.TemporaryDirectory(prefix='naast-mutant-') as folder:
        file = pathlib.Path(folder, 'mutant.cpp')
        file.write_text(source[:begin] + instead + source[end:])
        made = subprocess.run(['g++', '-std=c++20', '-O0', '-w', '-Wswitch-enum', '-Isrc', f'-I{build}', '-c', str(file), '-o', f'{folder}/mutant.o'], capture_output=True)
        if made.returncode:
            return change, 'refused'
        subprocess.run(['g++', f'{folder}/mutant.o', *[str(build / each) for each in objects], *[str(build / each) if each.endswith('.a') else each for each in LIBRARIES], '-o', f'{folder}/tests'], check=True, capture_output=True)
        try:
            ran = subprocess.run([f'{folder}/tests', '--gtest_brief=1', '--gtest_fail_fast'], capture_output=True, timeout=60)
        except subprocess.TimeoutExpired:
            return change, 'noticed'
        return change, 'noticed' if ran.returncode else 'unnoticed'


all_changes = sorted(set(changes()))
if some:
    all_changes = random.Random(7).sample(all_changes, min(some, len(all_changes)))
unchanged = tried((0, 0, '', 'nothing'))[1]
if unchanged != 'unnoticed':
    sys.exit('the tests fail on the file as it is')
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    outcomes = list(pool.map(tried, all_changes))
for (begin, end, instead, what), outcome in outcomes:
    if outcome == 'unnoticed':
        print(f'{path}:{line_of(begin)}: nobody noticed: {what}: {source[begin:end]!r} became {instead!r}')
count = lambda word: sum(outcome == word for _, outcome in outcomes)
print(f'{len(outcomes)} changes: {count("noticed")} noticed, {count("refused")} refused by the compiler, {count("unnoticed")} unnoticed')
sys.exit(bool(count('unnoticed')))
