// After the outcome: withdrawing, an objection with someone else, keeping, learning points, agreement, VOG, and writing to who waits; narrow and wide, with errors.
import { browser, check, demonstration, end, look, seat as sit } from './world.mjs';

const house = await demonstration();
const b = await browser();

const seat = (width, who) => sit(b, house, width, who, 'after');

for (const width of [390, 1280]) {
  const first = width === 390;
  const desk = await seat(width, 'coördinator');

  // an outcome on the own page: an answer that lacks a choice, then an objection with someone else
  const objector = await seat(width, first ? 'nienke@voorbeeld.example' : 'joost@voorbeeld.example');
  await objector.go('/mijn/aanmelding');
  await objector.see('aanmelding');
  if (first) {
    await objector.press('Antwoord versturen');
    await objector.see('aanmelding-fout');
    await objector.page.getByLabel('Nee, ik wil er nog eens over praten').check();
    await objector.page.getByLabel('Bij nee: ik praat dan liever met iemand anders').check();
    await objector.press('Antwoord versturen');
    await objector.says('met iemand anders');
    await objector.see('aanmelding-bezwaar');
  }
  await desk.go('/vandaag');
  await desk.see('vandaag');
  await desk.follow(/Lees bezwaar Nienke/);
  await desk.says('liever met iemand anders');
  await desk.see('gesprek-bezwaar');

  // a learning point, written with an error first; the candidate says yes, the trainer reads only that
  await desk.follow('Leerpunten lezen en schrijven');
  await desk.press('Leg voor aan de ouder');
  await desk.see('leerpunt-fout');
  await desk.page.getByLabel('Leerpunt', { exact: true }).fill(`Vragen stellen in plaats van raad geven (${width}).`);
  await desk.press('Leg voor aan de ouder');
  await desk.says('wacht op antwoord');
  await desk.see('leerpunten');
  if (first) {
    await objector.go('/mijn/leerpunten');
    await objector.press('Ja, de trainers mogen dit lezen');
    await objector.says('U zei ja');
    await objector.see('mijn-leerpunten');
  }
  const trainer = await seat(width, 'trainer');
  await trainer.go('/trainingen');
  await trainer.follow('Najaar');
  await trainer.follow('Leerpunten van deelnemers');
  await trainer.says('Luisteren zonder meteen te willen helpen.');
  check(`${width}: what was not released is not there`, !(await trainer.text()).includes('Rustig blijven'));
  await trainer.see('leerpunten-trainer');

  // not yet: being kept until that day is a yes of one's own
  const later = await seat(width, 'arjan@voorbeeld.example');
  await later.go('/mijn/aanmelding');
  await later.says('Mogen we uw gegevens zo lang bewaren?');
  await later.see('bewaren');
  await desk.go('/vandaag');
  await desk.follow(/Open gesprek Arjan/);
  await desk.says('Plan een nieuw gesprek');
  await desk.see('gesprek-nog-niet');

  // withdrawing, with a reason or without
  const leaves = await seat(width, first ? 'candidate@naast.example' : 'ilse@voorbeeld.example');
  await leaves.go('/mijn/aanmelding');
  await leaves.follow('Ik trek mij terug');
  await leaves.see('terugtrekken');
  if (first) await leaves.page.getByLabel('geen tijd').check();
  await leaves.press('Ja, ik trek mij terug');
  await leaves.says('Welkom');
  await leaves.see('teruggetrokken');
  await desk.go('/aanmeldingen?zoek=&stand=gestopt');
  await desk.follow('Jeroen Tak');
  await desk.says('geen tijd');
  await desk.says('Wordt gewist op');
  await desk.see('aanmelding-gestopt');

  // the VOG and the agreement on a buddy's page
  await desk.go('/vandaag');
  await desk.follow(/Leg VOG vast Simon/);
  await desk.see('buddy-vog');
  if (first) await desk.press('Ik vroeg vandaag om de VOG');
  else await desk.press('Ik zag vandaag de VOG');
  await desk.see('buddy-vog-daarna');
  await desk.go('/afspraken');
  await desk.page.getByLabel('Tekst').fill('');
  await desk.press('Bewaar als nieuwe versie');
  await desk.see('afspraken-fout');
  await desk.page.getByLabel('Tekst').fill(`Bel voor negen uur niet (${width}).\n\nOnkosten spreek je vooraf af.`);
  await desk.press('Bewaar als nieuwe versie');
  await desk.see('afspraken');
  const buddy = await seat(width, 'buddy van een ander gezin');
  await buddy.see('mijn');
  await buddy.follow('Onze afspraken: lees en geef akkoord');
  await buddy.see('mijn-afspraken');
  await buddy.press('Ik ga akkoord');
  await buddy.says('Je gaf akkoord op');
  await buddy.see('mijn-afspraken-akkoord');

  // who waits: a call that is due, a message with an error first, the receiver reads it
  await desk.go('/vandaag');
  await desk.follow(/Bel Hugo/);
  await desk.says('Er was al acht weken geen stap.');
  await desk.see('bericht');
  await desk.page.getByLabel('Bericht', { exact: true }).fill('');
  await desk.press('Verstuur');
  await desk.see('bericht-fout');
  await desk.page.getByLabel('Bericht', { exact: true }).fill(`Dag Hugo,\n\nEr is een koffieochtend. Kom je ook? (${width})`);
  await desk.press('Verstuur');
  await desk.says('Vandaag');
  const waits = await seat(width, 'buddy, getraind en vrij');
  await waits.go('/mijn/berichten');
  await waits.says('Er is een koffieochtend.');
  await waits.see('mijn-berichten');
  for (const one of [desk, objector, trainer, later, leaves, buddy, waits]) await one.context.close();
}
await b.close();
await house.stop();
end();
