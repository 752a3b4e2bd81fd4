// One family's way: an interview and its outcome; a parent asks (without scripts), is proposed a buddy, both say yes, contact, closure; and every desk looked at.
import { browser, byKeyboard, check, demonstration, end, look, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();
const as = async (who, width, options) => {
  const it = await person(b, width, options);
  await it.page.goto(demo.links[who]);
  return it;
};
const crawl = async (who, addresses, width) => {
  const { context, page } = await as(who, width);
  for (const address of addresses) {
    const answer = await page.goto(demo.url + address);
    check(`${who} may open ${address}`, answer.status() < 400);
    await look(page, `${who.replaceAll(/[^a-z]/g, '-')}${address.replaceAll('/', '-')}-${width}`);
  }
  await context.close();
};
try {
  for (const width of [390, 1280]) {
    await crawl('coördinator', ['/vandaag', '/aanmeldingen', '/hulpvragen', '/hulpvragen/nieuw', '/trainingen', '/trainingen/nieuw', '/buddys', '/trajecten'], width);
    await crawl('kandidaat, wacht op gesprek', ['/mijn', '/mijn/aanmelding', '/mijn/training', '/mijn/groei', '/mijn/groei/nieuw'], width);
    await crawl('buddy met een ouder', ['/mijn', '/mijn/ouders', '/mijn/voorstellen', '/mijn/aanbod', '/mijn/training', '/mijn/vragen', '/mijn/reacties'], width);
    await crawl('ouder met een buddy', ['/mijn', '/mijn/traject', '/mijn/vraag', '/mijn/voorstel', '/mijn/vraag/stoppen', '/mijn/terugblik', '/mijn-gegevens/wie-keek'], width);
    await crawl('trainer', ['/mijn', '/trainingen'], width);
    await crawl('directeur-bestuurder', ['/mijn', '/cijfers'], width);
  }

  // the interview, on a laptop; the coordinator never touches the mouse
  const { context: desk, page: screen } = await as('coördinator', 1280);
  const page = byKeyboard(screen);
  await page.getByRole('link', { name: /Plan gesprek Samira/ }).click();
  await page.getByRole('button', { name: 'Plannen en mail sturen' }).click();
  await look(page, 'plan-errors-1280');
  const soon = new Date(Date.now() + 3 * 864e5);
  await page.getByLabel('Dag', { exact: true }).fill(String(soon.getDate()));
  await page.getByLabel('Maand').fill(String(soon.getMonth() + 1));
  await page.getByLabel('Jaar').fill(String(soon.getFullYear()));
  await page.getByLabel('Tijd').fill('19.30');
  await page.getByLabel('videobellen').check();
  await page.keyboard.press('Enter');
  await page.getByText('Het gesprek staat gepland.').waitFor();
  await page.getByLabel('Kennismaking').fill('Vertelt open over de eigen zoon.');
  await page.getByText('Bewaard. U kunt later verder.').waitFor();
  await look(page, 'interview-1280');
  const address = page.url();
  await page.reload();
  check('what was typed survives closing the tab', await page.getByLabel('Kennismaking').inputValue() === 'Vertelt open over de eigen zoon.');
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'interview-390');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Leg uitkomst vast' }).click();
  await page.getByRole('button', { name: 'Vastleggen' }).click();
  await look(page, 'outcome-errors-1280');
  await page.getByLabel('kan door naar de training', { exact: true }).check();
  await page.getByLabel('In woorden die de ouder leest').fill('We zien allebei dat dit bij je past.');
  await page.getByRole('button', { name: 'Vastleggen' }).click();
  const { context: own, page: candidate } = await as('kandidaat, wacht op gesprek', 390);
  await candidate.goto(`${demo.url}/mijn/aanmelding`);
  check('the outcome is hidden until it was discussed', await candidate.getByText('bij je past').count() === 0);
  await page.goto(address);
  await page.getByRole('button', { name: 'Wij bespraken dit vandaag' }).click();
  await candidate.reload();
  await candidate.getByText('bij je past').waitFor();
  await look(candidate, 'own-outcome-390');
  await candidate.getByLabel('Ja, hier ben ik het mee eens').check();
  await candidate.getByRole('button', { name: 'Antwoord versturen' }).click();
  await candidate.getByText('U gaf aan dat u het hiermee eens bent.').waitFor();
  await candidate.goto(`${demo.url}/mijn-gegevens/wie-keek`);
  check('the candidate sees who read the interview', await candidate.getByText('Marleen de Wit').count() > 0);
  await own.close();

  // a parent on an old phone, without scripts
  const { context: phone, page: parent } = await person(b, 390, { javaScriptEnabled: false });
  await parent.goto(`${demo.url}/`);
  await parent.getByRole('link', { name: 'Ik wil graag een buddy' }).click();
  check('the promise stands before the questions', await parent.getByText('blijft tussen u en uw buddy').count() > 0);
  await parent.getByRole('link', { name: 'Begin', exact: true }).click();
  await parent.getByRole('button', { name: 'Volgende' }).click();
  check('an unanswered question is refused', await parent.getByRole('heading', { name: 'Er klopt iets nog niet.' }).count() === 1);
  await parent.getByLabel('een gesprek op school').check();
  await parent.getByLabel(/In uw eigen woorden/).fill('Ik weet niet goed wat ik moet zeggen.');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByRole('button', { name: 'Vorige' }).click();
  check('going back keeps the words', await parent.getByLabel(/In uw eigen woorden/).inputValue() === 'Ik weet niet goed wat ik moet zeggen.');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByLabel('een gesprek op school voorbereiden').check();
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByLabel('bellen', { exact: true }).check();
  await parent.getByLabel('Welke taal spreekt u het liefst?').fill('Nederlands');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByRole('group', { name: 'maandag' }).getByLabel('’s avonds').check();
  await parent.getByLabel('liever niet in schoolvakanties').check();
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByLabel(/De vier cijfers/).fill('42');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  check('half a postcode is refused', await parent.getByText(/Vul alleen de vier cijfers in/).count() > 0);
  await parent.getByLabel(/De vier cijfers/).fill('4201');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByRole('heading', { name: 'Op welke school zit uw kind?' }).waitFor();
  await parent.getByRole('button', { name: 'Volgende' }).click();
  await parent.getByLabel('Uw voornaam').fill('Mirjam');
  await parent.getByLabel('Uw telefoonnummer').fill('06 12345678');
  await parent.getByRole('button', { name: 'Volgende' }).click();
  check('everything stands together before it is sent', await parent.getByText('Ik weet niet goed wat ik moet zeggen.').count() === 1);
  await parent.getByLabel('de leerkracht').check();
  await parent.getByLabel(/mag mijn vraag lezen\./).check();
  await parent.getByLabel(/mag contact met mij opnemen/).check();
  await parent.getByRole('button', { name: 'Verstuur mijn vraag' }).click();
  await parent.getByRole('heading', { name: 'Uw vraag is verstuurd' }).waitFor();
  await parent.goto(`${demo.url}/bel-mij-terug`);
  await parent.getByLabel('Uw voornaam').fill('Omar');
  await parent.getByLabel('Uw telefoonnummer').fill('06 87654321');
  await parent.getByRole('button', { name: 'Bel mij terug' }).click();
  await parent.getByRole('heading', { name: 'Uw vraag is verstuurd' }).waitFor();
  await phone.close();
  for (const width of [390, 1280]) {
    const { context, page: public_page } = await person(b, width);
    for (const at of ['/buddy-vragen', '/buddy-vragen/vragen', '/buddy-vragen/bedankt', '/bel-mij-terug', '/alleen-een-vraag', '/alleen-een-vraag/bedankt']) {
      await public_page.goto(demo.url + at);
      await look(public_page, `public${at.replaceAll('/', '-')}-${width}`);
      await public_page.goto(`${demo.url}${at}?taal=en`);
      await look(public_page, `public-en${at.replaceAll('/', '-')}-${width}`);
      await public_page.goto(`${demo.url}${at}?taal=nl`);
    }
    await public_page.goto(`${demo.url}/buddy-vragen/vragen`);
    await public_page.getByLabel('een gesprek op school').check();
    await public_page.getByRole('button', { name: 'Volgende' }).click();
    await public_page.getByRole('button', { name: 'Volgende' }).click();
    await public_page.getByLabel('bellen', { exact: true }).check();
    await public_page.getByLabel('Welke taal spreekt u het liefst?').fill('Nederlands');
    await public_page.getByRole('button', { name: 'Volgende' }).click();
    await public_page.getByRole('heading', { name: 'Wanneer kunt u?' }).waitFor();
    await look(public_page, `public-times-${width}`);
    await context.close();
  }

  // clarifying, proposing, two yeses
  await page.goto(`${demo.url}/vandaag`);
  check('both new requests stand on Vandaag', await page.getByText('Mirjam').count() > 0 && await page.getByText('Wil teruggebeld worden').count() > 0);
  await page.getByRole('link', { name: /Open vraag Mirjam/ }).click();
  await look(page, 'request-1280');
  await page.getByRole('button', { name: 'Ik sprak deze ouder' }).click();
  await page.getByRole('link', { name: 'Vraag verhelderen' }).click();
  await page.getByLabel('geen ervaring als buddy nodig').check();
  await page.getByLabel(/Korte tekst/).fill('Een ouder wil een gesprek op school voorbereiden met iemand die dat kent.');
  await look(page, 'clarify-1280');
  await page.getByRole('button', { name: 'Opslaan en aan de ouder voorleggen' }).click();
  await page.getByRole('button', { name: 'De ouder zei mij ja op deze tekst' }).click();
  await page.goto(`${demo.url}/vandaag`);
  await page.getByRole('link', { name: /Zoek buddy Sanne/ }).click();
  await page.getByRole('heading', { name: 'Welke buddy past?' }).waitFor();
  await look(page, 'ranking-1280');
  await page.getByRole('button', { name: 'Stel Hugo voor' }).click();
  await page.getByText('Voorgesteld aan Hugo Smeets.').waitFor();

  const { page: buddy } = await as('buddy, getraind en vrij', 390);
  await buddy.goto(`${demo.url}/mijn/voorstellen`);
  const seen = await buddy.locator('main').innerText();
  check('the buddy reads the approved text', seen.includes('iemand die dat kent'));
  for (const secret of ['Sanne', 'al weken thuis', '4204', '06 55']) check(`the buddy does not see ${secret} before both yeses`, !seen.includes(secret));
  await look(buddy, 'proposal-390');
  await buddy.getByRole('button', { name: 'Ja, dit wil ik' }).click();
  const { page: waiting } = await as('ouder die wacht', 390);
  await waiting.goto(`${demo.url}/mijn/voorstel`);
  const shown = await waiting.locator('main').innerText();
  check('the parent sees first name and village', shown.includes('Hugo') && shown.includes('Waterdorp'));
  check('and not the family name yet', !shown.includes('Smeets'));
  await look(waiting, 'own-proposal-390');
  await waiting.getByLabel('mijn telefoonnummer').check();
  await waiting.getByRole('button', { name: 'Ja, met deze buddy' }).click();
  await waiting.getByRole('heading', { name: 'Mijn buddy' }).waitFor();
  await look(waiting, 'own-match-390');

  await buddy.goto(`${demo.url}/mijn/ouders`);
  await buddy.getByRole('link', { name: 'Sanne' }).click();
  const contacts = buddy.url();
  check('now the buddy sees how to reach the parent', await buddy.getByText('06 55 66 77 88').count() > 0);
  await buddy.getByLabel('gebeld').check();
  await buddy.getByRole('button', { name: 'Wij hadden contact' }).click();
  await buddy.getByText('Bewaard. Klopt het niet?').waitFor();
  await look(buddy, 'contacts-390');
  await waiting.goto(`${demo.url}/mijn/traject`);
  check('the parent sees the contact', await waiting.getByText('gebeld').count() > 0);

  await page.goto(`${demo.url}/trajecten`);
  await page.getByRole('link', { name: 'Sanne' }).click();
  await look(page, 'trajectory-1280');
  await page.getByLabel('het is goed zo').check();
  await page.getByRole('button', { name: 'Sluit af' }).click();
  await page.getByText('Afgesloten. De buddy is weer vrij').waitFor();
  const gone = await buddy.goto(contacts);
  check('after the closure the buddy sees nothing', gone.status() === 404);
  await buddy.goto(`${demo.url}/mijn/ouders`);
  check('and no name in the list', await buddy.getByText('Sanne').count() === 0);

  // a question in between, and looking back
  await buddy.goto(`${demo.url}/mijn/vragen`);
  await buddy.getByRole('button', { name: 'Stel je vraag' }).click();
  await look(buddy, 'consult-errors-390');
  await buddy.getByLabel('Jouw vraag').fill('Hoe vaak bel ik een ouder die zelf niet belt?');
  await buddy.getByRole('button', { name: 'Stel je vraag' }).click();
  await buddy.getByText('Nog niet beantwoord.').waitFor();
  await page.goto(`${demo.url}/vandaag`);
  await page.getByRole('link', { name: /Beantwoord Hugo/ }).click();
  await page.getByLabel('Uw antwoord').fill('Eens per week is goed. Vraag wat de ouder prettig vindt.');
  await look(page, 'consult-1280');
  await page.getByRole('button', { name: 'Verstuur antwoord' }).click();
  await buddy.reload();
  check('the buddy reads the answer', await buddy.getByText('Eens per week is goed.').count() === 1);
  await waiting.goto(`${demo.url}/mijn/terugblik`);
  await look(waiting, 'feedback-390');
  await waiting.getByLabel('Wat deed uw buddy goed?').fill('Luisteren, zonder oordeel.');
  await waiting.getByLabel('Mijn buddy mag dit antwoord lezen.').first().check();
  await waiting.getByLabel('Wat had uw buddy anders kunnen doen?').fill('Dit blijft tussen ons.');
  await waiting.getByRole('button', { name: 'Versturen' }).click();
  await waiting.getByText('U keek al terug.').waitFor();
  await buddy.goto(`${demo.url}/mijn/reacties`);
  check('the coordinator reads before the buddy does', await buddy.getByText('zonder oordeel').count() === 0);
  await page.goto(`${demo.url}/vandaag`);
  await page.getByRole('link', { name: /Lees Hugo/ }).click();
  await look(page, 'feedback-1280');
  await page.getByRole('button', { name: 'Ik las dit' }).click();
  await buddy.reload();
  check('then the buddy reads what was meant for the buddy', await buddy.getByText('zonder oordeel').count() === 1);
  check('and not the rest', await buddy.getByText('tussen ons').count() === 0);
  await desk.close();
} finally {
  await b.close();
  await demo.stop();
}
end();
