// Choosing: a question before the answer, the way each gives, the first meeting, whether it happened, the end of a trial, a pair who found each other, someone who thinks along, and how long parents wait.
import { browser, check, demonstration, end, followMail, person, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();
const shift = (days) => { const day = new Date(); day.setDate(day.getDate() + days); return day; };

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'choosing');
    const first = width === 390;

    // the buddy who was proposed asks first; the coordinator answers
    const asked = await seat('ellen@voorbeeld.example');
    await asked.go('/mijn/voorstellen');
    await asked.says(first ? 'Je vraag wacht op antwoord.' : 'De coördinator antwoordt:');
    await asked.see('proposal');
    const desk = await seat('coördinator');
    await desk.go('/vandaag');
    await desk.see('today');
    if (first) {
      await desk.page.getByRole('link', { name: /Beantwoord Ellen/ }).first().click();
      await desk.press('Verstuur antwoord');
      await desk.says('Schrijf eerst iets op.');
      await desk.see('answer-errors');
      await desk.page.getByLabel('Uw antwoord').fill('Het is met de fiets te doen. Bellen kan ook.');
      await desk.press('Verstuur antwoord');
      await asked.go('/mijn/voorstellen');
      await asked.says('Het is met de fiets te doen.');
      await asked.see('proposal-answered');
    }
    await asked.follow('Ik heb nog een vraag');
    await asked.see('asking');
    const seen = await asked.text();
    for (const secret of ['Esra', '4205', 'begrijpen elkaar niet']) check(`${width}: nothing of the parent (${secret})`, !seen.includes(secret));

    // by which way each is reached
    const fatma = await seat('buddy met een ouder');
    await fatma.go('/mijn/ouders');
    await fatma.follow('Karin');
    await fatma.see('buddy');
    await fatma.follow('Anders bereikbaar zijn');
    await fatma.see('way-buddy');
    await fatma.page.getByLabel('alleen dag en plek').check();
    await fatma.press('Bewaren');
    const karin = await seat('ouder met een buddy');
    await karin.go('/mijn/traject');
    await karin.says('Fatma geeft geen nummer en geen mailadres.');
    await karin.see('parent');
    await karin.follow('Anders bereikbaar zijn');
    await karin.see('way-parent');
    await karin.go('/mijn/traject');
    await karin.follow('Zo gaat een eerste gesprek');
    await karin.see('leaflet');
    await fatma.go('/eerste-gesprek/buddy');
    await fatma.see('guide');
    await fatma.go('/mijn/ouders');
    await fatma.follow('Karin');
    await fatma.follow('Anders bereikbaar zijn');
    await fatma.page.getByLabel('mijn telefoonnummer').check();
    await fatma.press('Bewaren');

    // the first meeting, and whether it happened
    await karin.go('/mijn/traject');
    await karin.page.getByRole('link', { name: /afspraak/ }).first().click();
    const day = shift(3);
    for (const [part, value] of [['Dag', day.getDate()], ['Maand', day.getMonth() + 1], ['Jaar', day.getFullYear()]]) await karin.page.getByLabel(part, { exact: true }).fill(String(value));
    await karin.page.getByLabel('Hoe laat?').fill('19.30');
    await karin.page.getByLabel('op een rustige plek, niet op school').check();
    await karin.page.getByLabel(first ? 'de coördinator' : 'de intern begeleider van school', { exact: true }).check();
    await karin.see('meeting-form');
    await karin.press('Zet in de agenda');
    await karin.says(first ? 'De coördinator heeft het ook in de agenda' : 'Wij mailen school niet.');
    await karin.see('meeting');
    const daan = await seat('parent2@naast.example');
    await daan.go('/mijn/traject');
    if (first) {
      await daan.says('Is de afspraak doorgegaan?');
      await daan.says('Wilt u samen verder?');
      await daan.see('happened');
      await daan.press('Ik wil graag hulp');
      await daan.says('De coördinator belt u.');
      await daan.press('Ja, ik ga verder');
      await daan.see('happened-help');
    }
    await desk.go('/vandaag');
    await desk.says('Wil hulp bij de eerste afspraak');
    await desk.go('/trajecten');
    await desk.follow('Daan');
    await desk.see('match');

    // a pair who found each other
    await desk.go('/koppelingen');
    await desk.see('pairs');
    await desk.page.getByRole('link', { name: 'Bekijk', exact: true }).first().click();
    await desk.see('pair');
    await desk.go('/koppelingen/nieuw');
    await desk.press('Leg vast en vraag beiden');
    await desk.see('pair-errors');
    const pim = await seat('pim@voorbeeld.example');
    await pim.go('/mijn');
    await pim.see('pair-home');
    await pim.go('/mijn/samen-gevonden');
    await pim.see('pair-parent');

    // someone thinks along
    const lotte = await seat('lotte@voorbeeld.example');
    await lotte.go('/mijn/vraag/meedenken');
    await lotte.see('thinking');
    if (first) {
      await lotte.press('Ik neem dit terug');
      await lotte.press('Vraag deze persoon');
      await lotte.see('thinking-errors');
      await lotte.page.getByLabel('Wie?').fill('Iris Meijer');
      await lotte.page.getByLabel('Mailadres van deze persoon').fill('iris@voorbeeld.example');
      await lotte.page.getByLabel('waar het over gaat').check();
      await lotte.page.getByLabel('Ik wil dat deze persoon een mail krijgt.').check();
      await lotte.press('Vraag deze persoon');
      const iris = await person(b, width);
      await followMail(iris.page, demo.url, 'iris@voorbeeld.example', '/meedenken/');
      await iris.page.getByRole('button', { name: 'Lees wat de ouder deelt' }).click();
      await iris.page.getByLabel('Waar moeten we op letten?').fill('Begin met een kop koffie.');
      await iris.page.getByRole('button', { name: 'Verstuur aan de ouder' }).click();
      await iris.page.getByText('Dank u wel. De ouder leest wat u schreef.').first().waitFor();
      await iris.context.close();
      await lotte.go('/mijn/vraag/meedenken');
      await lotte.says('Begin met een kop koffie.');
      await lotte.see('thinking-answer');
      await lotte.press('Ja, de coördinator mag dit lezen');
      await lotte.says('De coördinator mag dit lezen.');
    }

    await desk.go('/cijfers/wachten');
    await desk.see('waiting');
    const director = await seat('director@naast.example');
    await director.go('/cijfers/wachten');
    await director.see('waiting-director');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
