// Makes the one style sheet: the component rules of NL Design System that our templates use, the design tokens those need, and our own.
// usage: node tools/css.mjs OUT_DIR
import fs from 'node:fs';
import path from 'node:path';
const out = process.argv[2];
fs.mkdirSync(out, { recursive: true });
const components = fs.readFileSync('node_modules/@utrecht/component-library-css/dist/index.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const theme = fs.readFileSync('node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css', 'utf8');
const own = fs.readFileSync('assets/naast.css', 'utf8');

// every class a template (or the code beside it) names
const used = new Set();
const walk = (dir) => {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) walk(file);
    else if (/\.(html|cpp|h)$/.test(entry.name)) for (const m of fs.readFileSync(file, 'utf8').matchAll(/utrecht-[a-z0-9_-]+/g)) used.add(m[0]);
  }
};
walk('src');
for (const kind of ['primary-action', 'secondary-action', 'subtle']) used.add(`utrecht-button--${kind}`), used.add(`utrecht-button-link--${kind}`);
for (const tone of ['info', 'ok', 'warning', 'error']) used.add(`utrecht-alert--${tone}`);

// rules, at most one level of @media or @supports deep
const rules = (text) => {
  const found = [];
  for (let i = 0; i < text.length;) {
    const open = text.indexOf('{', i);
    if (open < 0) break;
    const semicolon = text.indexOf(';', i);
    if (semicolon >= 0 && semicolon < open) { i = semicolon + 1; continue; }
    let depth = 1, j = open + 1;
    while (depth && j < text.length) { if (text[j] === '{') depth++; if (text[j] === '}') depth--; j++; }
    found.push([text.slice(i, open).trim(), text.slice(open + 1, j - 1).trim()]);
    i = j;
  }
  return found;
};
const wanted = (selector) => {
  const classes = [...selector.matchAll(/\.([a-zA-Z0-9_-]+)/g)].map((m) => m[1]);
  return classes.length > 0 && classes.every((name) => used.has(name));
};
const keep = (text) => rules(text).map(([head, body]) => {
  if (/^@(media|supports|container|layer)/.test(head)) { const inner = keep(body); return inner && `${head}{${inner}}`; }
  if (head.startsWith('@')) return '';
  const parts = head.split(/,(?![^(]*\))/).map((s) => s.trim()).filter(wanted);
  return parts.length ? `${parts.join(',')}{${body}}` : '';
}).join('');
const squeeze = (text) => text.replace(/\/\*(?!!)[\s\S]*?\*\//g, '').replace(/\s+/g, ' ').replace(/\s*([{};,>])\s*/g, '$1').replace(/;}/g, '}').trim();
const kept = squeeze(keep(components));

const tokens = new Map([...theme.matchAll(/^\s*(--[a-z0-9-]+):\s*([^;]+);/gm)].map((m) => [m[1], m[2]]));
const needed = new Set();
const queue = [...(kept + own).matchAll(/var\(\s*(--[a-z0-9-]+)/g)].map((m) => m[1]);
while (queue.length) {
  const name = queue.pop();
  if (needed.has(name) || !tokens.has(name)) continue;
  needed.add(name);
  for (const m of tokens.get(name).matchAll(/var\(\s*(--[a-z0-9-]+)/g)) queue.push(m[1]);
}
const list = [...needed].sort().map((name) => `${name}:${tokens.get(name)}`).join(';');
const notice = '/*! Parts: NL Design System, @utrecht/component-library-css and voorbeeld-design-tokens, EUPL-1.2 (c) their authors; Naast, EUPL-1.2 */';
const write = (name, text) => { const file = path.join(out, name); if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text); };
write('naast.css', `${notice}.naast-theme{${list}}${kept}${squeeze(own)}`);
write('naast-pagina.js', fs.readFileSync('assets/naast-pagina.js', 'utf8'));
