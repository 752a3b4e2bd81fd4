// A browser, a demonstration server, and a look with axe at every page that is opened.
import { chromium } from 'playwright-core';
import { spawn, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

// days in a walk are the days of the program, also in the hours around midnight
process.env.TZ = 'Europe/Amsterdam';

export const naast = process.env.WALK_PROGRAM ?? 'build/naast';
const axeSource = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
export const shots = process.env.WALK_SHOTS ?? '';
let passed = 0;
let failed = 0;

/** A fresh PostgreSQL database when the walk is to go on one (WALK_ENGINE); else the embedded one of the folder. */
function databaseOf() {
  if (process.env.WALK_ENGINE !== 'postgresql') return [];
  const server = process.env.TEST_POSTGRES;
  if (!server) {
    console.log('skipped: no PostgreSQL was started');
    process.exit(77);
  }
  const name = `walk_${process.pid}`;
  execFileSync('psql', ['-q', `postgresql://naast_owner@${server}/postgres`, '-c', `create database ${name} template template0`]);
  execFileSync(naast, ['migrate', '--database', `postgresql://naast_owner@${server}/${name}`, '--data', fs.mkdtempSync(path.join(os.tmpdir(), 'naast-walk-'))], { env: { ...process.env, NAAST_APPLICATION_ROLE: 'naast_app' } });
  return ['--database', `postgresql://naast_app@${server}/${name}`];
}

/** Starts a demonstration on a free port and gives its address and login links by what the account is. */
export async function demonstration() {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'naast-walk-'));
  const where = ['--data', data, ...databaseOf()];
  execFileSync(naast, ['demo', ...where]);
  return served(where, data);
}

/** Serves what stands in a folder on a free port. */
export async function served(where, data) {
  for (let tries = 1; ; tries++) {
    try {
      return await serve(where, data, await freePort());
    } catch (error) {
      // between asking and serving someone else may have taken the port
      if (tries === 5 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

/** A port that nobody listens on now. */
function freePort() {
  return new Promise((done) => {
    const asked = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = asked.address();
      asked.close(() => done(port));
    });
  });
}

/** Serves on a port; refuses with what the server said when it ends before it serves. */
async function serve(where, data, port) {
  const server = spawn(naast, ['serve', ...where, '--listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let log = '';
  server.stderr.on('data', (chunk) => { log += chunk; });
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => { said += chunk; if (said.includes('Ctrl-C')) resolve(); });
    server.on('close', (code) => reject(new Error(`server ended with ${code}: ${log}`)));
  });
  const links = Object.fromEntries([...said.matchAll(/^ {2}(.+?) +(http\S+)$/gm)].map((m) => [m[1], m[2]]));
  return { url: `http://127.0.0.1:${port}`, links, data, log: () => log, stop: () => new Promise((done) => { server.removeAllListeners('exit'); if (server.exitCode !== null || server.signalCode) { check(`the server lived to the end (${server.exitCode ?? server.signalCode}) ${log}`, false); done(); return; } server.on('exit', () => { fs.rmSync(data, { recursive: true, force: true }); done(); }); server.kill('SIGTERM'); }) };
}

export const browser = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

/** A context of one person on one kind of screen; every page it shows is remembered for `scan`. */
export async function person(b, width, options = {}) {
  const context = await b.newContext({ viewport: { width, height: width < 700 ? 844 : 900 }, locale: 'nl-NL', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on('pageerror', (error) => check(`no script error on ${page.url()}: ${error.message}`, false));
  page.on('console', (message) => { if (/Content Security Policy/i.test(message.text())) check(`no refused content on ${page.url()}: ${message.text()}`, false); });
  return { context, page };
}

const followed = new Set();
/** Waits for a mail to someone with a link of a kind that was not followed yet, and opens that link; the outbox shows the newest first. */
export async function followMail(page, url, to, kind) {
  for (let tries = 0; tries < 120; tries++) {
    await page.goto(`${url}/uitbak`);
    const links = await page.evaluate(([address, start]) => {
      const all = [];
      for (const heading of [...document.querySelectorAll('main h2')].filter((one) => one.textContent.includes(address)))
        for (let at = heading.nextElementSibling; at && at.tagName !== 'H2'; at = at.nextElementSibling) {
          const link = (at.matches('a') ? at : at.querySelector('a'))?.getAttribute('href');
          if (link?.startsWith(start)) all.push(link);
        }
      return all;
    }, [to, kind]);
    const link = links.find((one) => !followed.has(one));
    if (link) {
      followed.add(link);
      await page.goto(url + link);
      return;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`no mail to ${to} that leads to ${kind}`);
}

/** Someone at a screen of their own, logged in by a link of the demonstration or by the mail that the outbox shows; pictures are called `prefix-width-name`. */
export async function seat(b, house, width, who, prefix) {
  const one = await person(b, width);
  one.go = (to) => one.page.goto(house.url + to);
  one.press = async (label) => { await one.page.getByRole('button', { name: label }).first().click(); await one.page.waitForLoadState(); };
  one.follow = async (label) => { await one.page.getByRole('link', { name: label }).first().click(); await one.page.waitForLoadState(); };
  one.see = (name) => look(one.page, `${prefix}-${width}-${name}`);
  one.text = () => one.page.locator('main').innerText();
  one.says = async (text) => check(`${width}: the page says ‘${text}’ (${one.page.url()})`, (await one.text()).includes(text));
  if (house.links[who]) { await one.page.goto(house.links[who]); return one; }
  await one.go('/inloggen');
  await one.page.getByLabel('Uw mailadres').fill(who);
  await one.press('Stuur mij een link');
  await followMail(one.page, house.url, who, '/inloggen/');
  await one.press('Inloggen');
  return one;
}

/** Presses Tab until the focus stands on what is meant, and sees that it can be seen there. */
async function tabTo(page, locator, name) {
  const meant = await locator.elementHandle();
  for (let steps = 0; steps < 200; steps++) {
    // a radio that is not chosen is reached through the one of its group where the focus lands
    const at = await meant.evaluate((el) => {
      const now = document.activeElement;
      if (now === el) {
        const { outlineStyle, boxShadow } = getComputedStyle(el);
        return outlineStyle !== 'none' || boxShadow !== 'none' ? 'here' : 'unseen';
      }
      return now?.type === 'radio' && el.type === 'radio' && now.name === el.name ? 'group' : '';
    });
    if (at === 'here') return;
    if (at === 'unseen') { check(`the focus can be seen on ${name}`, false); return; }
    await page.keyboard.press(at === 'group' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`no way to ${name} with the keyboard on ${page.url()}`);
}

/** The same page for someone without a mouse: clicking, choosing and typing go by Tab, arrows, space and Enter only. */
export function byKeyboard(page) {
  const locator = (real, name) => new Proxy(real, { get(target, what) {
    const reach = () => tabTo(page, target.first(), name);
    if (what === 'click') return async () => { await reach(); await target.first().press('Enter'); };
    if (what === 'check') return async () => { await reach(); if (!await target.isChecked()) await page.keyboard.press('Space'); };
    if (what === 'fill') return async (text) => { await reach(); await page.keyboard.press('ControlOrMeta+A'); await page.keyboard.type(text); };
    const value = target[what];
    if (typeof value !== 'function') return value;
    return (...given) => { const got = value.apply(target, given); return got?.constructor === target.constructor ? locator(got, `${name} ${given.join(' ')}`) : got; };
  } });
  return new Proxy(page, { get(target, what) {
    const value = target[what];
    if (typeof value !== 'function') return value;
    return (...given) => { const got = value.apply(target, given); return /^(getBy|locator)/.test(what) ? locator(got, `${given.map((g) => g.name ?? g).join(' ')}`) : got; };
  } });
}

export function check(what, good) {
  if (good) passed++;
  else { failed++; console.log(`FAILED: ${what}`); }
}

/** Looks at the page as it stands: axe (WCAG 2.0 to 2.2 A and AA, best practice), no sideways scrolling, and a picture when asked. */
export async function look(page, name) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const v of result.violations) check(`${name}: ${v.id}: ${v.help} ${v.nodes.slice(0, 3).map((n) => n.html).join(' | ')}`, false);
  check(`${name}: axe looked`, result.passes.length > 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(`${name}: nothing sticks out sideways (${wide})`, wide <= 0);
  if (shots) { fs.mkdirSync(shots, { recursive: true }); await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true }); }
}

export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
