// Two hundred attacks in every field of a house, also those that a demonstration leaves empty (tests/world/attacks.txt, typed_texts.cpp), and Chromium at every page, print and file that its people reach: nothing executes, no content is refused, nothing asks elsewhere.
// WALK_ALL=1: every account, some pages of each kind, without the content policy too, and every form once with attacks typed in (WALK_AS=buddy,trainer: of accounts with these tasks only). Otherwise a stranger and three accounts, half of the kinds of pages in the browser and all of them along links.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { blind, fileFaults, headerFaults } from '../../tools/answers.mjs';
import { browser, check, end, naast, served } from './world.mjs';

const all = process.env.WALK_ALL === '1';
const tests = path.join(path.dirname(naast), 'naast_tests');
/** What differs between addresses of one kind: ids, numbers, and the sheets of the toolbox with their languages. */
const KIND = /(?<=\/)(?:[\w-]{22,}(?:\.[\w-]+)?|\d+|(?<=materialen\/)[a-z-]+-[a-z]{2})(?=\/|$)/g;
/** Sites that the demonstration's own links name, and the one for messages. */
const NAMED = /^https:\/\/(([\w-]+\.)*(voorbeeld|praten|waterrijk|rivierbuurt)\.example|wa\.me)(\/|$)/;

/** What the content of a page gives away when a text became more than a text; runs in the page. */
function inside(named) {
  const found = [];
  const ours = new RegExp(named);
  const say = (what, node) => found.push(`${what}: ${(node.outerHTML ?? node.data ?? '').slice(0, 160)}`);
  for (const one of document.querySelectorAll('iframe, frame, frameset, object, embed, applet, base, style, math, audio, video, source, marquee, template, foreignObject, animate, set, image, use, noscript, meta[http-equiv], script:not([src^="/bestanden/"]), link:not([href^="/bestanden/"]):not([rel=icon][href="data:,"]), img:not([src^="data:"]):not([src^="/"]), [style], [srcdoc], [srcset], [ping], [popover], [background]')) say('an element of nobody', one);
  const words = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (words.nextNode()) if (/kanarie/.test(words.currentNode.data)) say('a text as a comment', words.currentNode);
  for (const one of document.querySelectorAll('*')) {
    if (/kanarie|boef/i.test(one.localName)) say('a text as an element', one);
    for (const { name, value } of one.attributes) {
      if (/^on|kanarie|boef/i.test(name) || /[^\w:-]/.test(name)) say(`an attribute ${name}`, one);
      if (/^(href|xlink:href|src|action|formaction|data|poster|cite)$/i.test(name) && !/^(\/(?![/\\])|#|mailto:|tel:|sms:|data:image\/|data:,$|$)/.test(value) && !ours.test(value)) say(`leads to ${value.slice(0, 60)}`, one);
      if (/kanarie/.test(value) && !/^(value|aria-label|title|alt|content|placeholder|href|action|label|data-)/.test(name)) say(`a text in ${name}`, one);
    }
  }
  return { found, links: [...document.querySelectorAll('a[href^="/"]')].map((one) => one.getAttribute('href')), forms: [...document.forms].map((one) => one.getAttribute('action')) };
}

/** Does it again while the answer is that it is too busy, as a person would. */
async function patiently(asked) {
  for (let tries = 1; ; tries++) {
    const looked = await asked();
    if (looked.status !== 503 || tries === 5) return looked;
    await new Promise((done) => { setTimeout(done, 1000 * tries); });
  }
}

/** A browser of someone; `open` tells what happened at an address. */
async function seat(b, house, cookie, options = {}) {
  const context = await b.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL', ...options });
  if (cookie) await context.addCookies([{ name: '__Host-sessie', value: cookie, url: house.url.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' }]);
  let found = [];
  await context.exposeBinding('boef', (_, word) => { found.push(`executed ${word}`); });
  await context.exposeBinding('refused', (_, what) => { found.push(`refused content: ${what}`); });
  await context.addInitScript(() => addEventListener('securitypolicyviolation', (e) => globalThis.refused(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`)));
  const page = await context.newPage();
  page.setDefaultTimeout(300000);
  page.on('dialog', (dialog) => { found.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', (error) => found.push(`a script error: ${error.message}`));
  page.on('popup', (other) => { found.push('a window'); other.close(); });
  page.on('frameattached', () => found.push('a frame'));
  page.on('request', (request) => { if (!request.url().startsWith(`${house.url}/`) && !/^(data|about|chrome-error):/.test(request.url())) found.push(`asked ${request.url().slice(0, 80)}`); });
  await context.route((url) => url.origin !== house.url && url.protocol !== 'data:', (route) => route.abort());
  const judged = async (response) => found.push(...headerFaults(new URL(response.url()).pathname, response.status(), await response.allHeaders()));
  /** What the page as it stands says, after whatever it wanted to do. */
  const settle = async (response) => {
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
    const looked = await page.evaluate(inside, NAMED.source);
    found.push(...looked.found);
    return { status: response?.status() ?? 0, at: new URL(page.url()).pathname, body: response ? await response.text().catch(() => '') : '', links: looked.links, forms: looked.forms, found };
  };
  const open = async (address) => {
    found = [];
    let response;
    try {
      response = await page.goto(house.url + address, { waitUntil: 'load' });
    } catch (error) {
      if (!/Download is starting|ERR_ABORTED/.test(String(error))) throw error;
      const file = await fetch(house.url + address, { redirect: 'manual', headers: { cookie: `__Host-sessie=${cookie}` } });
      const type = file.headers.get('content-type') ?? '';
      const bytes = Buffer.from(await file.arrayBuffer());
      found.push(...headerFaults(address.split('?')[0], file.status, Object.fromEntries(file.headers)), ...fileFaults(type, bytes));
      return { status: file.status, at: address, body: type === 'application/pdf' ? '' : bytes.toString(), links: [], forms: [], found, type };
    }
    for (let one = response.request(); one; one = one.redirectedFrom()) await judged(await one.response());
    return settle(response);
  };
  /** An address without the browser, for where it leads. */
  const pass = async (address) => {
    const answer = await fetch(house.url + address, { redirect: 'manual', headers: { cookie: `__Host-sessie=${cookie}` } });
    const body = /html/.test(answer.headers.get('content-type') ?? '') ? await answer.text() : '';
    const leads = answer.headers.get('location') ?? '/';
    const astray = /^\/(?![/\\])/.test(leads) || NAMED.test(leads) ? [] : [`leads to ${leads.slice(0, 60)}`];
    return { status: answer.status, at: address, body, unseen: true, links: [leads, ...[...body.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, to]) => to.replaceAll('&amp;', '&'))].filter((to) => /^\/(?![/\\])./.test(to)), forms: [], found: [...astray, ...headerFaults(address.split('?')[0], answer.status, Object.fromEntries(answer.headers))] };
  };
  return { open, pass, page, context, settle, renew: () => { found = []; } };
}

/** Pages spoiled on their way here must be told of, or looking means nothing. */
async function seesPlanted(b, house) {
  const spoiled = async (what, options, change, headers = {}) => {
    const one = await seat(b, house, '', options);
    await one.context.route('**/contact', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...headers }, body: (await response.text()).replace('</main>', `${change}</main>`) });
    });
    const { found } = await one.open('/contact');
    await one.context.close();
    return (word) => check(`planted: ${what} is told of (${found.join('; ')})`, word ? found.some((each) => word.test(each)) : found.length === 0);
  };
  const bare = { bypassCSP: true };
  (await spoiled('nothing', {}, ''))();
  (await spoiled('nothing, without the policy', bare, ''))();
  const held = await spoiled('a text that runs, under the policy', {}, '<img src=x onerror="boef(\'proef\')">');
  held(/refused content: script-src/);
  held(/an attribute onerror/);
  (await spoiled('a text that runs', bare, '<img src=x onerror="boef(\'proef\')">'))(/executed proef/);
  (await spoiled('a dialog', bare, '<svg onload="alert(1)">'))(/a dialog/);
  (await spoiled('a script that breaks', bare, '<script>nobody()</script>'))(/a script error/);
  (await spoiled('a picture of another site', bare, '<img src="//boef.example/x.gif">'))(/asked http:\/\/boef/);
  (await spoiled('a picture of another site, under the policy', {}, '<img src="//boef.example/x.gif">'))(/refused content: img-src/);
  (await spoiled('a style', {}, '<p style="color:red">x</p>'))(/refused content: style-src/);
  (await spoiled('a frame', bare, '<iframe srcdoc="x"></iframe>'))(/a frame/);
  (await spoiled('a link that runs', {}, '<a href="javascript:boef(1)">x</a>'))(/leads to javascript/);
  (await spoiled('a link to another site', {}, '<a href="https://boef.example/voorbeeld.example/">x</a>'))(/leads to https:\/\/boef/);
  (await spoiled('an attribute', {}, '<p kanariebbbb x>x</p>'))(/an attribute kanarie/);
  (await spoiled('a swallowed text', {}, '<!-- kanariebbbb -->'))(/a text as a comment/);
  (await spoiled('a text as an id', {}, '<p id="kanariebbbb">x</p>'))(/a text in id/);
  (await spoiled('an answer without its kind', {}, '', { 'x-content-type-options': '' }))(/x-content-type/);
  for (const missed of blind()) check(`a planted fault in an answer is noticed: ${missed}`, false);
}

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'naast-hostile-'));
const said = execFileSync(tests, ['--hostile-house', data], { encoding: 'utf8', maxBuffer: 1e9 }).split('\n').map((line) => line.split(' '));
const accounts = said.filter(([kind]) => kind === 'account').map(([, roles, partnership, , cookie]) => ({ roles, partnership, cookie }));
const words = new Map(said.filter(([kind]) => kind === 'word').map(([, word, field, attack]) => [word, [field, attack]]));
const attacks = fs.readFileSync('tests/world/attacks.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('# ')).map((line) => line.replace(/KANARIE/g, 'getypt').replace(/\\u\{[0-9a-f]+\}|\\[nrt\\]/g, ' '));
const routes = JSON.parse(execFileSync(naast, ['routes', '--json'], { encoding: 'utf8' })).filter((one) => one.method === 'GET' && !one.path.includes('{'));
const house = await served(['--data', data], data);
const b = await browser();
const told = new Set();
const met = new Set(); // field and attack
let opened = 0;
let files = 0;
let typed = 0;

/** What was found on a page, once for each kind of page. */
function judge(one, who, looked, where = looked.at) {
  const kind = where.replace(KIND, '…');
  check(`${who} ${where}: an answer`, looked.status > 0 && looked.status < 500);
  for (const each of new Set(looked.found)) {
    const fault = `${who} ${kind}: ${each}`;
    if (!told.has(fault)) { told.add(fault); check(fault, false); }
  }
  if (looked.unseen) return;
  for (const word of looked.body.match(/kanarie[b-z]{4}/g) ?? []) if (words.has(word)) met.add(words.get(word).join(' '));
}

/** How often a page that is the same for all with the same tasks was opened. */
const shared = new Map();

/** Follows every link from the first pages of someone. */
async function walk(account, options, most) {
  const roles = account.roles.split('+');
  const one = await seat(b, house, account.cookie, options);
  const who = account.roles + (options.bypassCSP ? ' without the policy' : '');
  // a recording is somewhere else, and leads the browser there
  const inBrowser = (kind) => !kind.startsWith('/opname/') && (all || [...kind + who].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65521, 7) % 2 === 0);
  const todo = ['/', '/mijn', '/vandaag', ...routes.filter((route) => route.roles.some((role) => roles.includes(role))).map((route) => route.path)];
  const done = new Set();
  const kinds = new Map();
  const forms = new Map();
  for (let address = todo.shift(); address !== undefined; address = todo.shift()) {
    const kind = address.replace(/\?.*/, '').replace(KIND, '…');
    const opens = /^\/(school|materialen)\//.test(kind) ? shared : kinds;
    const what = opens === shared ? `${who} ${account.partnership} ${kind}` : kind;
    if (done.has(address) || (opens.get(what) ?? 0) >= most) continue;
    done.add(address);
    opens.set(what, (opens.get(what) ?? 0) + 1);
    const begun = Date.now();
    const looked = await patiently(() => (inBrowser(kind) ? one.open(address) : one.pass(address)));
    if (process.env.WALK_TELLS && Date.now() - begun > 2000) console.log(`${Date.now() - begun} ms ${who} ${address} ${looked.body.length}`);
    if (inBrowser(kind)) opened++;
    if (looked.type) files++;
    judge(one, who, looked, address);
    if (looked.status === 404) opens.set(what, opens.get(what) - 1);
    for (const action of looked.forms) if (action) forms.set(action.replace(KIND, '…'), address);
    for (const link of looked.links) {
      // other orders and filters of a list show no more than the list
      const to = link.replace(/#.*/, '');
      todo.push(/\?.*pagina=|\.(csv|xlsx|pdf|json|ics)\?/.test(to) ? to : to.replace(/\?.*/, ''));
    }
  }
  return { one, who, forms };
}

/** Types attacks in every field of a form and sends it: what is refused comes back in the form, what is kept on the page after. */
async function typeInto({ one, who, forms }, tried) {
  for (const [action, address] of forms) {
    // what ends a session ends the rest; no press of a button alone holds a text
    if (tried.has(action) || /uitloggen|overal-uit|wissen/.test(action)) continue;
    tried.add(action);
    await one.open(address);
    one.renew();
    const fields = await one.page.evaluate(([kind, texts, ids]) => {
      globalThis.chosen = [...document.forms].find((each) => each.method === 'post' && each.getAttribute('action')?.replace(new RegExp(ids, 'g'), '…') === kind);
      const all = [...globalThis.chosen?.querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([name=website]), textarea') ?? []];
      all.forEach((field, at) => {
        field.removeAttribute('maxlength');
        if (field.tagName === 'INPUT') field.type = 'text';
        field.value = [...texts.slice(at * 20), ...texts].slice(0, field.tagName === 'INPUT' ? 8 : 60).join(' ');
      });
      return all.length;
    }, [action, attacks, KIND.source]);
    if (!fields) continue;
    const [answer] = await Promise.all([one.page.waitForNavigation({ timeout: 300000 }), one.page.evaluate(() => HTMLFormElement.prototype.submit.call(globalThis.chosen))]);
    typed++;
    const looked = await one.settle(answer);
    judge(one, `${who} typed`, looked, action);
  }
}

const tried = new Set();
const seats = [];
try {
  await seesPlanted(b, house);
  const stranger = { roles: 'public', cookie: '' };
  const wanted = process.env.WALK_AS?.split(',');
  const asked = [stranger, ...accounts].filter((one) => !wanted || one.roles.split('+').some((role) => wanted.includes(role)));
  const chosen = all ? asked : [stranger, ...['coordinator', 'asking_parent', 'buddy'].map((role) => accounts.find((one) => one.roles.split('+').includes(role)))];
  // one of each kind first, so that a walk that is cut short has seen most
  const first = new Set(new Map(chosen.map((one) => [one.roles + one.partnership, one])).values());
  chosen.sort((one, other) => first.has(other) - first.has(one));
  // others of a kind read the same pages of another case
  const queue = chosen.map((account) => [account, {}, !all ? 1 : first.has(account) ? 12 : 2]);
  // what the policy would stop must not be there to be stopped: one account of each kind, one page of each kind
  if (all) for (const account of new Map(asked.map((one) => [one.roles, one])).values()) queue.push([account, { bypassCSP: true }, 1]);
  await Promise.all([0, 1].map(async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const walked = await walk(...next);
      if (process.env.WALK_TELLS) console.log(`${queue.length} to go, ${opened} pages, ${met.size} attacks shown`);
      if (next[1].bypassCSP) seats.push(walked);
      else await walked.one.context.close();
    }
  }));
  for (const each of seats) await typeInto(each, tried);
} catch (error) {
  check(`the walk comes to its end: ${error.stack}`, false);
}
const fields = new Set([...words.values()].map(([field]) => field));
const shown = new Map();
for (const each of met) shown.set(each.split(' ')[0], (shown.get(each.split(' ')[0]) ?? 0) + 1);
console.log(`${opened} pages of which ${files} files, ${typed} forms typed into; ${met.size} of ${new Set([...words.values()].map((one) => one.join(' '))).size} attacks in fields were shown, ${shown.size} of ${fields.size} fields`);
if (process.env.WALK_TELLS) console.log([...fields].map((field) => `${field} ${shown.get(field) ?? 0}`).sort().join('\n'));
check('much was shown', met.size > (process.env.WALK_AS ? 100 : all ? 15000 : 7500));
await b.close();
await house.stop();
end();
