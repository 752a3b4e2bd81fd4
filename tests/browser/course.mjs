// The course of a match and its end: a contact with one tap, made right by buddy and parent, the rhythm, rest, stopping, what each reads afterwards, and going on all the same.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'course');
    const first = width === 390;

    const fatma = await seat('buddy met een ouder');
    const karin = await seat('ouder met een buddy');
    await karin.go('/mijn');
    await karin.see('parent-home');
    if (first) {
      await fatma.go('/mijn');
      await fatma.see('home');
      await fatma.page.getByRole('button', { name: 'berichten, heel kort' }).click();
      await fatma.says('Bewaard.');
      await fatma.see('log');
      await fatma.page.getByRole('table').getByRole('link').first().click();
      await fatma.see('correct');
      await fatma.page.getByLabel('gebeld').check();
      await fatma.press('Bewaren');
      await fatma.says('Verbeterd.');
    }
    await karin.go('/mijn/traject');
    await karin.see('parent');
    if (first) {
      await karin.page.getByRole('table').getByRole('link').first().click();
      await karin.see('parent-correct');
      await karin.press('Dit contact was er niet: haal het weg');
      await karin.says('Weggehaald.');
    }
    await karin.follow('Kies zelf hoe vaak, en wie begint');
    await karin.see('rhythm');
    await karin.page.getByLabel('elke twee weken').check();
    await karin.press('Bewaren');
    await karin.says('Hoe vaak: elke twee weken.');
    await karin.press('Laat het contact even rusten');
    await karin.says('Het contact rust sinds');
    await karin.see('rests');
    await fatma.go('/mijn/ouders');
    await fatma.follow('Karin');
    await fatma.says('Het contact rust sinds');
    await fatma.see('buddy-rests');
    await fatma.press('Weer beginnen');
    await fatma.says('Het contact loopt weer.');

    // it stops, and what each reads
    const desk = await seat('coördinator');
    if (first) {
      await karin.go('/mijn/traject');
      await karin.page.getByRole('link', { name: 'Ik wil stoppen' }).click();
      await karin.see('stop');
      await karin.press('Ja, ik stop');
      await karin.says('De dagen van het contact blijven tot');
      await karin.see('parent-closed');
      await fatma.go('/mijn');
      await fatma.says('De coördinator belt je over een contact.');
      await fatma.go('/mijn/afsluiting');
      await fatma.see('buddy-untold');
      await desk.go('/trajecten');
      await desk.page.getByRole('link', { name: 'Karin' }).first().click();
      await desk.see('desk-closed');
      await desk.press('Fatma weet het');
      await fatma.go('/mijn/afsluiting');
      await fatma.says('Dank je wel dat je naast deze ouder stond.');
      await fatma.see('buddy-told');
      await desk.press('Laat het contact weer lopen');
      await desk.says('Kies een reden.');
      await desk.see('reopen-errors');
      await desk.page.getByLabel('zij willen toch verder').check();
      await desk.page.getByLabel('Ouder en buddy willen dit allebei.').check();
      await desk.press('Laat het contact weer lopen');
      await desk.says('Het contact loopt weer.');
      await fatma.go('/mijn/ouders');
      await fatma.says('Karin');
    }
    await desk.go('/trajecten');
    await desk.page.getByRole('link', { name: 'Karin' }).first().click();
    await desk.see('desk');
    await desk.go('/vandaag');
    await desk.says('Een contact stopte: bel de ander');
    // how it goes, asked of each apart
    await karin.go('/mijn/hoe-gaat-het');
    await karin.see('how-parent');
    if (first) {
      await karin.press('Versturen');
      await karin.says('Geef één antwoord, of sla deze keer over.');
      await karin.see('how-errors');
      await karin.page.getByLabel('Wat gaat goed?').fill('Ik durf nu te bellen.');
      await karin.press('Versturen');
      await karin.says('De coördinator leest het.');
    }
    await fatma.go('/mijn/hoe-gaat-het');
    await fatma.see('how-buddy');
    await desk.go('/hoe-gaat-het');
    await desk.see('how-list');
    await desk.page.getByRole('link', { name: 'Daan' }).first().click();
    await desk.says('Ik hoor weinig van mijn buddy.');
    await desk.see('how-read');
    const aysel = await seat('aysel@voorbeeld.example');
    await aysel.go('/mijn/afsluiting');
    await aysel.see('answered-later');
    const noor = await seat('noor@voorbeeld.example');
    await noor.go('/mijn/afsluiting');
    check(`${width}: nothing of the buddy after the end`, !(await noor.text()).includes('Omar'));
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
