// A parent shares one thing with school and takes it back, and prepares a talk at school with the buddy asked along; on a phone without JavaScript too.
import { browser, check, demonstration, end, look, person, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, demo, width, who, 'sharing');
    const parent = await seat('ouder met een buddy');
    await parent.go('/mijn');
    await parent.see('home');
    await parent.follow('Wat ik deel');
    await parent.says('loopt tot en met');
    await parent.says('teruggenomen');
    await parent.see('list');
    await parent.follow('Iets delen');
    await parent.see('new');
    await parent.press('Verder');
    await parent.says('Kies wat u wilt delen.');
    await parent.see('errors');
    await parent.follow('Iemand van school? Kies eerst de school');
    await parent.see('school');
    const school = parent.page.getByLabel('School', { exact: true });
    const labels = await school.locator('option').allInnerTexts();
    let found = false;
    for (const label of labels) {
      await parent.go('/mijn/delen/school');
      await school.selectOption({ label });
      await parent.press('Kies deze school');
      if ((await parent.text()).includes('Dirk Postma')) { found = true; break; }
    }
    check(`${width}: the school with accounts is there`, found);
    await parent.page.getByLabel('een afspraak: dag en plek').check();
    await parent.page.getByLabel('De tekst, of de dag en de plek').fill('Dinsdag om half vier, op school.');
    await parent.page.getByLabel('Dirk Postma').check();
    await parent.page.getByLabel('Waarvoor?').fill('om een afspraak te maken');
    await parent.see('chosen');
    await parent.press('Verder');
    await parent.says('Er is nog niets gedeeld en niets bewaard.');
    await parent.says('Dirk Postma, schoolleider');
    await parent.see('before');
    await parent.press('Nee, ik verander iets');
    check(`${width}: what was typed stays`, (await parent.page.getByLabel('De tekst, of de dag en de plek').inputValue()).includes('half vier'));
    await parent.press('Verder');
    await parent.press('Ja, deel dit');
    await parent.says('U deelt dit nu.');

    const leader = await seat('schoolleider');
    await leader.go('/mijn');
    await leader.see('school-home');
    await leader.follow('Wat ouders met u delen');
    await leader.see('given-list');
    await leader.follow('Karin');
    await leader.says('Dinsdag om half vier, op school.');
    await leader.see('given');
    const address = leader.page.url();
    await parent.go('/mijn/delen');
    await parent.says('om een afspraak te maken');
    await parent.says('Dirk Postma');
    await parent.see('looked');
    await parent.press('Neem terug van Dirk Postma');
    await parent.says('De ander ziet het vanaf nu niet meer.');
    check(`${width}: taken back is the usual 404`, (await leader.page.goto(address)).status() === 404);
    await leader.go('/gedeeld');
    await leader.says('Er deelt nu niemand iets met u.');
    await leader.see('given-empty');

    await parent.go('/mijn/school-gesprek');
    await parent.see('talks');
    await parent.follow('Volgende week dinsdag');
    await parent.page.getByText('Waar u op kunt letten').click();
    await parent.says('Fatma gaat mee.');
    await parent.see('talk');
    await parent.follow('Mijn notities');
    await parent.page.getByLabel('Wat wilt u onthouden?').fill('Over twee weken weer bellen.');
    await parent.press('Bewaar');
    await parent.says('Alleen u leest dit.');
    await parent.see('notes');
    await parent.go('/mijn/school-gesprek/nieuw');
    await parent.see('talk-new');
    await parent.page.locator('textarea[name="doel"]').fill('Even kijken.');
    await parent.press('Bewaar');
    const tab = await parent.context.newPage();
    await tab.goto(parent.page.url());
    await parent.page.locator('textarea[name="doel"]').fill('In het eerste tabblad.');
    await parent.press('Bewaar');
    await tab.locator('textarea[name="doel"]').fill('In het tweede tabblad.');
    await tab.getByRole('button', { name: 'Bewaar', exact: true }).click();
    check(`${width}: both tabs are shown`, /In het eerste tabblad/.test(await tab.content()) && (await tab.locator('textarea[name="doel"]').inputValue()) === 'In het tweede tabblad.');
    if (process.env.WALK_SHOTS) await tab.screenshot({ path: `${process.env.WALK_SHOTS}/sharing-${width}-two-tabs.png`, fullPage: true });
    await tab.close();
    await parent.follow('Dit blad weggooien');
    await parent.see('throwing-away');
    await parent.press('Ja, gooi dit blad weg');
    await parent.says('Het blad is gewist.');
    await parent.go('/mijn/schoolcontact/nieuw');
    await parent.see('errand-new');

    const buddy = await seat('buddy met een ouder');
    await buddy.go('/school-gesprekken');
    await buddy.see('asked-list');
    await buddy.follow('Karin');
    await buddy.says('De ouder is het aanspreekpunt van school');
    check(`${width}: no notes for the buddy`, !(await buddy.text()).includes('Over twee weken'));
    await buddy.see('asked');
    await buddy.go('/school-gesprekken');
    await buddy.page.getByRole('link', { name: 'Karin' }).nth(1).click();
    await buddy.see('errand');

    const desk = await seat('coördinator');
    if (width === 1280) {
      await desk.go('/vandaag');
      await desk.says('Deelt iets met u');
      await desk.follow(/Lees het Karin/);
      await desk.says('Daarna bel ik u.');
      await desk.see('opened-by-coordinator');
    }
    await desk.go('/vandaag');
    check(`${width}: what was opened waits no more`, !(await desk.text()).includes('Deelt iets met u'));
    await desk.go('/instellingen/school-gesprek');
    await desk.see('texts');
    await desk.press('Laat zien hoe het eruitziet');
    await desk.says('Het is nog niet bewaard.');
    await desk.see('texts-preview');
  }

  // the same on a phone where no script runs; axe looks afterwards at the same address with scripts
  const bare = await person(b, 390, { javaScriptEnabled: false });
  await bare.page.goto(demo.links['ouder van een ander gezin']);
  await bare.page.goto(`${demo.url}/mijn/school-gesprek/nieuw`);
  await bare.page.getByLabel('Wat wilt u bereiken?').fill('Rust in de klas.');
  await bare.page.getByRole('button', { name: 'Bewaar' }).click();
  check('without a script a sheet is kept', (await bare.page.locator('main').innerText()).includes('Alleen u ziet dit.'));
  await bare.page.getByRole('button', { name: 'Vraag mijn buddy mee' }).click();
  check('without a script the buddy is asked', (await bare.page.locator('main').innerText()).includes('Er is nog geen antwoord.'));
  const again = await person(b, 390);
  await again.page.goto(demo.links['ouder van een ander gezin']);
  await again.page.goto(bare.page.url());
  await look(again.page, 'sharing-390-bare');
} finally {
  await b.close();
  await demo.stop();
}
end();
