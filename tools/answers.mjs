// What every answer must be like, whoever asks: its headers, a content policy without a way around it (judged by csp_evaluator), and files that are nothing but files.
//
// usage: node tools/answers.mjs NAAST     asks a demonstration for an answer of each kind; first sees its own planted faults
import evaluator from 'csp_evaluator/dist/evaluator.js';
import finding from 'csp_evaluator/dist/finding.js';
import parser from 'csp_evaluator/dist/parser.js';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const carried = { 'x-content-type-options': /^nosniff$/, 'referrer-policy': /^same-origin$/, 'cross-origin-opener-policy': /^same-origin$/, 'cross-origin-resource-policy': /^same-origin$/, 'permissions-policy': /camera=\(\), geolocation=\(\), microphone=\(\)/ };
const { HIGH, SYNTAX, MEDIUM } = finding.Severity;
const judged = new Map();

/** What csp_evaluator holds against a policy: everything it is sure of, and what our own pages may not need. */
export function policyFaults(policy) {
  if (!judged.has(policy)) {
    const found = policy ? new evaluator.CspEvaluator(new parser.CspParser(policy).csp, 3).evaluate().filter((one) => [HIGH, SYNTAX, MEDIUM].includes(one.severity)).map((one) => `policy: ${one.directive}: ${one.description}`) : ['no content policy'];
    if (!/(^|;) *default-src 'none'/.test(policy ?? '')) found.push('policy: not everything is closed by default');
    for (const closed of ['frame-ancestors', 'base-uri']) if (!policy?.includes(`${closed} 'none'`)) found.push(`policy: ${closed} is open`);
    if (/unsafe|\*|https?:/.test(policy ?? '')) found.push('policy: something unsafe, or another site');
    judged.set(policy, found);
  }
  return judged.get(policy);
}

/** What is wrong with the headers of an answer; names of headers in small letters. */
export function headerFaults(address, status, headers) {
  const found = [...policyFaults(headers['content-security-policy'])];
  for (const [name, good] of Object.entries(carried)) if (!good.test(headers[name] ?? '')) found.push(`${name}: ${headers[name]}`);
  const type = headers['content-type'] ?? '';
  const asset = address.startsWith('/bestanden/') && status === 200;
  if (!asset && headers['cache-control'] !== 'no-store') found.push(`may be kept: ${headers['cache-control']}`);
  if (status >= 300 && status < 400 && !/^\/(?![/\\])/.test(headers.location ?? '')) found.push(`leads to ${headers.location}`);
  if ('access-control-allow-origin' in headers) found.push('other sites may read it');
  for (const cookie of (headers['set-cookie'] ?? '').split('\n').filter(Boolean))
    if (!/^__Host-/.test(cookie) || !['Secure', 'HttpOnly', 'SameSite=', 'Path=/'].every((part) => cookie.includes(part))) found.push(`a cookie: ${cookie.replace(/=[^;]*/, '=…')}`);
  if (status >= 300 && status < 400) return found;
  if (!/^(text\/html; charset=utf-8|text\/plain; charset=utf-8)$/i.test(type) && !asset && !/^attachment; filename="[\w-]+\.\w+"$/.test(headers['content-disposition'] ?? '')) found.push(`neither a page nor a file to keep: ${type} ${headers['content-disposition']}`);
  return found;
}

/** The cells of a CSV file of ours. */
function cells(text) {
  const found = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') { cell += '"'; at++; }
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === ';' || letter === '\n')) { found.push(cell); cell = ''; }
    else if (quoted || letter !== '\r' || text[at + 1] !== '\n') cell += letter;
  }
  return [...found, cell];
}

/** What is wrong with a file that is kept: it is of another kind than it says, counts, calls or leads somewhere. */
export function fileFaults(type, bytes) {
  const kept = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'naast-file-')), 'file');
  const by = (program, ...words) => { fs.writeFileSync(kept, bytes); return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 }); };
  try {
    if (type.startsWith('text/csv')) return cells(bytes.toString().replace(/^\ufeff/, '')).filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell)).map((cell) => `a cell that counts: ${cell.slice(0, 60)}`);
    if (type.startsWith('application/json')) { JSON.parse(bytes); return []; }
    if (type === 'application/pdf') {
      if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return ['no PDF'];
      by('pdftotext', '-q', kept, '-');
      return (bytes.toString('latin1').replace(/\bstream\r?\n[^]*?endstream/g, '').match(/\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|SubmitForm|URI)\b/g) ?? []).map((what) => `a PDF with ${what}`);
    }
    if (type.includes('spreadsheetml')) {
      const parts = by('python3', '-c', 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); [print(n, z.read(n).decode("utf8")) for n in z.namelist()]', kept);
      return (parts.match(/<f[ >]|TargetMode="External"|vbaProject|externalLink|ddeLink/g) ?? []).map((what) => `a workbook with ${what}`);
    }
    return [`a file of an unknown kind: ${type}`];
  } catch (error) {
    return [`a file that is not what it says (${type}): ${String(error).slice(0, 200)}`];
  } finally {
    fs.rmSync(path.dirname(kept), { recursive: true });
  }
}

const good = { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'permissions-policy': 'camera=(), geolocation=(), microphone=()', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' };
/** The planted faults that were not noticed. */
/** A print that any reader opens, and that does something when it is opened. */
const readablePdf = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</S/GoTo/D[3 0 R/Fit]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

export function blind() {
  const policy = (text) => ({ 'content-security-policy': text });
  const planted = [
    [policy(good['content-security-policy'].replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")), /script-src/], [policy("script-src *; object-src 'none'"), /script-src/], [policy(`${good['content-security-policy']}; script-srk 'self'`), /script-srk/],
    [policy(good['content-security-policy'].replace("base-uri 'none'", '')), /base-uri/], [policy(undefined), /no content policy/], [{ 'x-content-type-options': undefined }, /x-content-type/], [{ 'cache-control': 'public' }, /kept/],
    [{ 'content-type': 'text/html' }, /neither/], [{ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'inline' }, /neither/], [{ 'set-cookie': '__Host-x=1; Secure; Path=/; SameSite=Lax' }, /cookie/]];
  const missed = planted.filter(([change, word]) => !headerFaults('/', 200, { ...good, ...change }).some((one) => word.test(one))).map(([change]) => `header ${JSON.stringify(change)}`);
  if (headerFaults('/', 200, good).length) missed.push(`what is good: ${headerFaults('/', 200, good)}`);
  if (!headerFaults('/', 303, { ...good, location: '//boef.example' }).some((one) => one.includes('leads'))) missed.push('a way to another site');
  for (const [type, bytes] of [['text/csv', '"a";"=1+1"\r\n'], ['text/csv', 'a;\tx'], ['application/json', '{"a":'], ['application/pdf', '%PDF-1.4'], ['application/pdf', '<html>'], ['text/html', '<p>']]) if (!fileFaults(type, Buffer.from(bytes)).length) missed.push(`file ${type} ${bytes}`);
  if (!fileFaults('application/pdf', Buffer.from(readablePdf)).some((one) => one === 'a PDF with OpenAction' || one === 'a PDF with /OpenAction')) missed.push('a print that does something');
  if (fileFaults('text/csv', Buffer.from('"a";"\'=1";-3,5\r\n')).length) missed.push('a good file');
  return missed;
}

/** Asks over a bare connection, as no library would. */
function ask(port, text) {
  return new Promise((done, fail) => {
    let said = '';
    const line = net.connect(port, '127.0.0.1', () => line.write(text));
    line.setEncoding('latin1');
    line.on('data', (chunk) => { said += chunk; });
    line.on('error', fail);
    line.setTimeout(15000, () => line.destroy(new Error(`no answer to ${text.slice(0, 60)}`)));
    line.on('close', () => {
      const [head] = said.split('\r\n\r\n');
      const headers = {};
      for (const one of head.split('\r\n').slice(1)) { const at = one.indexOf(': '); const name = one.slice(0, at).toLowerCase(); headers[name] = name in headers ? `${headers[name]}\n${one.slice(at + 2)}` : one.slice(at + 2); }
      done({ status: Number(head.split(' ')[1]), headers });
    });
  });
}

/** An answer of every kind, from a server that someone else started. */
export async function kindsOfAnswers(url, session) {
  const port = Number(new URL(url).port);
  const host = `Host: 127.0.0.1:${port}\r\nConnection: close\r\n`;
  const as = `Cookie: __Host-sessie=${session}\r\n`;
  const kinds = [
    ['a public page', 200, `GET / HTTP/1.1\r\n${host}\r\n`], ['a page of someone', 200, `GET /mijn-gegevens HTTP/1.1\r\n${host}${as}\r\n`], ['the head of a page', 200, `HEAD / HTTP/1.1\r\n${host}\r\n`],
    ['a page in another language', 200, `GET /?taal=ar HTTP/1.1\r\n${host}\r\n`], ['what is not there', 404, `GET /niets HTTP/1.1\r\n${host}\r\n`], ['a page of someone to a stranger', 303, `GET /mijn-gegevens HTTP/1.1\r\n${host}\r\n`],
    ['a form without a token', 403, `POST /inloggen HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`], ['broken text', 400, `GET /%FF HTTP/1.1\r\n${host}\r\n`], ['a method of nobody', 400, `BREW / HTTP/1.1\r\n${host}\r\n`], ['no host', 400, 'GET / HTTP/1.1\r\n\r\n'],
    ['a head that is too large', 431, `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(17000)}\r\n\r\n`], ['a body that is too large', 413, `POST /inloggen HTTP/1.1\r\n${host}Content-Length: 1048577\r\n\r\n`], ['health', 200, `GET /healthz HTTP/1.1\r\n${host}\r\n`],
    ['an asset that is not there', 404, `GET /bestanden/niets HTTP/1.1\r\n${host}\r\n`], ['a link of the demonstration', 404, `GET /demonstratie/niets HTTP/1.1\r\n${host}\r\n`], ['a link that is none', 200, `GET /inloggen/niets HTTP/1.1\r\n${host}\r\n`],
    ['a print', 200, `GET /mijn-gegevens/alles.pdf HTTP/1.1\r\n${host}${as}\r\n`], ['a file', 200, `GET /mijn-gegevens/alles.json HTTP/1.1\r\n${host}${as}\r\n`]];
  const found = [];
  for (const [what, status, text] of kinds) {
    const answer = await ask(port, text);
    const wrong = headerFaults(text.split(' ')[1], answer.status, answer.headers);
    if (answer.status !== status) wrong.unshift(`${answer.status} instead of ${status}`);
    found.push([what, wrong]);
  }
  return found;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  process.env.WALK_PROGRAM = process.argv[2];
  const { check, demonstration, end } = await import('../tests/browser/world.mjs');
  for (const missed of blind()) check(`a planted fault is noticed: ${missed}`, false);
  const house = await demonstration();
  const entry = await fetch(Object.values(house.links)[0], { redirect: 'manual' });
  const session = /__Host-sessie=([^;]+)/.exec(entry.headers.get('set-cookie'))[1];
  check('the demonstration link', headerFaults('/demonstratie', entry.status, { ...Object.fromEntries(entry.headers), 'set-cookie': entry.headers.get('set-cookie') }).length === 0);
  for (const [what, wrong] of await kindsOfAnswers(house.url, session)) check(`${what}: ${wrong.join(', ')}`, wrong.length === 0);
  await house.stop();
  end();
}
