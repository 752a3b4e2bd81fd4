// The whole path of a parent with a buddy on a small phone where no script runs: contact, rhythm, rest, sharing, school, how it goes, own data, stopping and what stays.
import fs from 'node:fs';
import { browser, check, demonstration, end, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  const { page } = await person(b, 360, { javaScriptEnabled: false });
  const text = () => page.locator('main').innerText();
  const go = (to) => page.goto(demo.url + to);
  const press = async (label) => { await page.getByRole('button', { name: label }).first().click(); await page.waitForLoadState(); };
  const follow = async (label) => { await page.getByRole('link', { name: label }).first().click(); await page.waitForLoadState(); };
  const says = async (words) => check(`the page says ‘${words}’ (${page.url()})`, (await text()).includes(words));

  await page.goto(demo.links['ouder met een buddy']);
  await go('/mijn');
  await says('Dag Karin.');
  await follow('Hoe gaat het? Vertel het ons');
  await page.locator('main textarea').first().fill('Het praten helpt.');
  await page.locator('main form button[type=submit]').first().click();
  await says('Dank');

  await go('/mijn/traject');
  await page.getByRole('table').getByRole('link').first().click();
  await press('Dit contact was er niet: haal het weg');
  await says('Weggehaald.');
  await follow('Kies zelf hoe vaak, en wie begint');
  await page.getByLabel('elke twee weken').check();
  await press('Bewaren');
  await says('Hoe vaak: elke twee weken.');
  await press('Laat het contact even rusten');
  await says('Het contact rust sinds');
  await press('Weer beginnen');

  await go('/mijn/delen');
  await follow('Iets delen');
  await press('Verder');
  await says('Kies wat u wilt delen.');
  await page.getByLabel('dat u een buddy heeft').check();
  await page.locator('main fieldset').filter({ hasText: 'Met wie?' }).getByRole('radio').first().check();
  await page.getByLabel('Waarvoor?').fill('om een afspraak te maken');
  await press('Verder');
  await says('Er is nog niets gedeeld en niets bewaard.');
  await press('Ja, deel dit');
  await says('U deelt dit nu.');
  await page.getByRole('button', { name: /Neem terug van/ }).first().click();
  await says('Teruggenomen.');

  await go('/mijn/school-gesprek/nieuw');
  await page.getByLabel('Wat wilt u bereiken?').fill('Rust in de klas.');
  await press('Bewaar');
  await says('Alleen u ziet dit.');

  await go('/mijn-gegevens');
  await follow('Bekijk alles wat er over u bewaard wordt');
  await page.locator('summary').filter({ hasText: 'Vraag om een buddy' }).click();
  await says('Eigen woorden');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /JSON/ }).click()]);
  check('the file with everything is JSON', JSON.parse(fs.readFileSync(await file.path(), 'utf8')).format === 'naast own data');
  await go('/mijn-gegevens/op-slot');
  await press('Zet op slot');
  await says('Uw gegevens staan op slot');
  await press('Haal van het slot');

  await go('/mijn/traject');
  await follow('Ik wil stoppen');
  await press('Ja, ik stop');
  await says('De dagen van het contact blijven tot');
  await go('/mijn-gegevens/wissen');
  await says('Wissen kan niet ongedaan worden gemaakt.');
  await press('Uitloggen');
  await go('/mijn');
  check('logged out', page.url().endsWith('/inloggen'));
  check('no button for a passkey without a script', !(await page.getByRole('button', { name: 'Log in met een toegangssleutel' }).isVisible()));
} catch (error) {
  check(String(error.stack ?? error), false);
} finally {
  await b.close();
  await demo.stop();
}
end();
