// The other desks: a worry about safety, the administrator, tasks to confirm, another support point, a first meeting; narrow and wide, with errors.
import { browser, check, demonstration, end, look, person } from './world.mjs';

const house = await demonstration();
const b = await browser();

for (const width of [390, 1280]) {
  const as = async (who) => {
    const one = await person(b, width);
    await one.page.goto(house.links[who]);
    one.go = (path) => one.page.goto(house.url + path);
    one.press = async (label) => { await one.page.getByRole('button', { name: label }).first().click(); await one.page.waitForLoadState(); };
    one.see = (name) => look(one.page, `${width}-${name}`);
    one.says = async (text) => check(`${width}: the page says ‘${text}’ (${one.page.url()})`, (await one.page.locator('main').innerText()).includes(text));
    return one;
  };

  // a buddy tells a worry, with a form that is not whole first
  const buddy = await as('buddy met een ouder');
  await buddy.go('/zorg');
  await buddy.see('zorg');
  await buddy.page.getByLabel('Waar maakt u zich zorgen over?').fill('Ik schrok van wat ik zag.');
  await buddy.press('Verstuur naar de aandachtsfunctionaris');
  await buddy.see('zorg-fout');
  check(`${width}: what was typed stays`, (await buddy.page.getByLabel('Waar maakt u zich zorgen over?').inputValue()) === 'Ik schrok van wat ik zag.');
  await buddy.page.getByLabel('Nog niet. Ik wil eerst overleggen.').check();
  await buddy.page.getByLabel('Hoe en wanneer kan de aandachtsfunctionaris u bereiken?').fill('06 12345678');
  await buddy.press('Verstuur naar de aandachtsfunctionaris');
  await buddy.says('binnen één werkdag');
  await buddy.see('zorg-verstuurd');

  // the coordinator sees one nameless row, and who to call
  const desk = await as('coördinator');
  await desk.says('Er is een zorg om veiligheid gemeld');
  await desk.see('vandaag');
  await desk.go('/zorgen/wie');
  await desk.says('Annelies Roos');
  await desk.see('zorg-wie');
  await desk.go('/vandaag/mail');
  await desk.see('mail');

  // the officer handles it
  const officer = await as('aandachtsfunctionaris');
  await officer.go('/zorgen');
  await officer.see('zorgen');
  await officer.page.locator('main table a').first().click();
  await officer.press('Ik pak dit op');
  await officer.press('Leg stap vast');
  await officer.see('zorg-stap-fout');
  await officer.page.getByLabel('Een stap vastleggen').fill('Gebeld en afgesproken.');
  await officer.press('Leg stap vast');
  await officer.says('Gebeld en afgesproken.');
  await officer.see('zorg-een');
  await officer.press('Sluit deze zorg af');
  await officer.press('Open deze zorg weer');
  await officer.page.getByRole('link', { name: 'Wis deze zorg voorgoed' }).click();
  await officer.see('zorg-wissen');
  await officer.press('Ja, wis deze zorg voorgoed');
  await officer.says('Zorgen om veiligheid');

  // the administrator enters, the coordinator confirms
  const administrator = await as('beheerder');
  await administrator.go('/beheer/mensen');
  await administrator.see('mensen');
  await administrator.go('/beheer/mensen/nieuw');
  await administrator.press('Toevoegen');
  await administrator.see('mensen-nieuw-fout');
  await administrator.page.getByLabel('Naam', { exact: true }).fill(`Deputy ${width}`);
  await administrator.page.getByLabel('Mailadres').fill(`deputy${width}@naast.example`);
  await administrator.page.getByLabel('coördinator').check();
  await administrator.page.getByLabel('bij het samenwerkingsverband of een school').check();
  await administrator.press('Toevoegen');
  await administrator.page.getByRole('link', { name: `Deputy ${width}` }).click();
  await administrator.see('mensen-een');
  await desk.go('/taken');
  await desk.says(`Deputy ${width}`);
  await desk.see('taken');
  await administrator.go('/beheer/instellingen');
  await administrator.page.getByLabel('Telefoon van het steunpunt').fill('geen nummer');
  await administrator.press('Bewaren');
  await administrator.see('instellingen-fout');
  await administrator.go('/beheer/onafhankelijk');
  await administrator.see('onafhankelijk');
  await administrator.go('/beheer/gezondheid');
  await administrator.see('gezondheid');

  // a parent plans a meeting; the buddy sees it
  const parent = await as('ouder met een buddy');
  await parent.go('/mijn/traject');
  await parent.see('traject');
  await parent.page.getByRole('link', { name: 'Verander de afspraak' }).click();
  await parent.page.getByLabel('Hoe laat?').fill('');
  await parent.press('Zet in de agenda');
  await parent.see('afspraak-fout');
  await parent.page.getByLabel('Hoe laat?').fill('20.00');
  await parent.page.getByLabel('bij mij thuis, als mijn buddy dat ook goed vindt').check();
  await parent.press('Zet in de agenda');
  await parent.says('Uw buddy moet nog zeggen of thuis goed is.');
  await buddy.go('/mijn/ouders');
  await buddy.page.getByRole('link', { name: 'Karin' }).click();
  await buddy.see('ouder');
  await buddy.press('Ja, thuis is goed');
  await buddy.says('20.00 uur');

  // someone will stand in: a parent lets the case rest and takes that back; the coordinator calls who has no mail
  await parent.go('/mijn/traject');
  await parent.says('Sanne Vink neemt waar voor Marleen de Wit');
  await parent.see('waarneming-ouder');
  await parent.press('Laat mijn vraag zo lang rusten');
  await parent.says('Uw vraag rust zo lang.');
  await parent.see('waarneming-rust');
  await desk.go('/waarneming');
  await desk.see('waarneming');
  await desk.go('/waarneming/nieuw');
  await desk.press('Spreek af en vertel het');
  await desk.see('waarneming-fout');
  const fill = async (name, date) => { for (const [part, value] of [['dag', date.getDate()], ['maand', date.getMonth() + 1], ['jaar', date.getFullYear()]]) await desk.page.locator(`[name=${name}_${part}]`).fill(String(value)); };
  await desk.page.getByLabel('Rachid el Amrani').check();
  await fill('vanaf', new Date());
  await fill('tot', new Date(Date.now() + 864e5));
  await desk.page.getByLabel('De coördinator is onverwacht weg').check();
  await desk.press('Spreek af en vertel het');
  await desk.says('loopt');
  const deputy = await as('trainer');
  await deputy.go('/vandaag');
  await deputy.says('Je neemt waar voor Marleen de Wit');
  await deputy.see('waarneming-vandaag');
  await deputy.go('/trajecten');
  await deputy.see('waarneming-trajecten');
  await deputy.says('rust tijdens waarneming');
  await deputy.go('/mijn/waarneming');
  await deputy.see('waarneming-eigen');
  await deputy.press('Ik stop met waarnemen voor Marleen de Wit');
  await deputy.says('Je neemt nu voor niemand waar.');
  await parent.go('/mijn/vraag');
  await parent.press('Laat mijn vraag toch doorgaan');
  await parent.says('Laat mijn vraag zo lang rusten');
  await deputy.go('/wie-leest-mee');
  await deputy.see('wie-leest-mee');
  await deputy.context.close();

  // another support point: the pilot as it was
  await desk.go('/wisselen');
  await desk.see('wisselen');
  await desk.press('Ga naar Ouder- en jeugdsteunpunt Rivierbuurt');
  await desk.says('20 december 2023');
  await desk.go('/trajecten');
  await desk.see('pilot-trajecten');
  await desk.go('/cijfers');
  await desk.see('pilot-cijfers');

  // the coordinator's list works by keyboard only
  await desk.go('/wisselen');
  await desk.press('Ga naar Ouder- en jeugdsteunpunt Waterrijk');
  await desk.go('/vandaag');
  let reached = false;
  for (let i = 0; i < 40 && !reached; i++) {
    await desk.page.keyboard.press('Tab');
    reached = await desk.page.evaluate(() => document.activeElement?.textContent?.startsWith('Plan gesprek') ?? false);
  }
  check(`${width}: the button of a row is reached by Tab`, reached);
  await desk.page.keyboard.press('Enter');
  await desk.page.waitForURL(/gesprek$/);
  for (const one of [buddy, desk, officer, administrator, parent]) await one.context.close();
}
await b.close();
await house.stop();
end();
