// The questionnaire by keyboard only and as a screen reader hears it; the own line, sharing, the group, and the partnership's own words.
import { browser, byKeyboard, check, demonstration, end, look, seat as sit } from './world.mjs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'growth');
    const buddy = await seat(width === 390 ? 'marit@voorbeeld.example' : 'gonca@voorbeeld.example');
    await buddy.go('/mijn/groei');
    await buddy.see('own');

    // interrupted and resumed
    await buddy.follow('Vragenlijst invullen');
    await buddy.see('form');
    await buddy.page.getByRole('group', { name: 'Ik weet waarom het uitmaakt' }).getByLabel('7', { exact: true }).check();
    await buddy.page.getByLabel('Waar wil je aan werken?').fill('Rustig blijven');
    await buddy.page.waitForResponse((answer) => answer.url().endsWith('/concept') && answer.status() === 204);
    await buddy.go('/mijn/groei');
    await buddy.follow('Ga verder waar je was');
    check(`${width}: what was typed came back`, await buddy.page.getByLabel('Waar wil je aan werken?').inputValue() === 'Rustig blijven');
    await buddy.press('Opslaan');
    await buddy.see('errors');

    // the whole list without a mouse; each scale is a named group of ten radios with what its ends mean
    const groups = buddy.page.locator('fieldset:has(.schaal)');
    check(`${width}: twelve scales`, await groups.count() === 12);
    const heard = await groups.first().ariaSnapshot();
    check(`${width}: heard as a group of radios: ${heard.split('\n')[0]}`, heard.includes(width === 390 ? 'group "Ik begrijp hoe wij' : 'group "Ik weet hoe wij het hier doen.') && (heard.match(/radio "/g) ?? []).length === 10);
    check(`${width}: the ends are said`, heard.includes('1 = ') && heard.includes('10 = '));
    const keys = byKeyboard(buddy.page);
    await keys.getByLabel('tijdens het begeleiden, eerste keer').check();
    for (let number = 1; number <= 11; number++) await keys.locator(`#s${number} input[value="${4 + number % 5}"]`).check();
    await keys.getByRole('button', { name: 'Opslaan' }).click();
    await buddy.page.waitForLoadState();
    await buddy.says('Bewaard.');
    await buddy.see('line');
    await buddy.page.emulateMedia({ media: 'print' });
    await look(buddy.page, `growth-${width}-print`);
    await buddy.page.emulateMedia({ media: 'screen' });
    await buddy.go('/mijn/groei?taal=en');
    await buddy.says('Only you see these scores');

    await buddy.see('line-en');
    await buddy.go('/mijn/groei?taal=nl');
    await buddy.press('Deel dit met mijn trainers');
    await buddy.says('Deel dit niet meer met mijn trainers');
    await buddy.follow('Wis alles wat ik hier invulde');
    await buddy.see('erase');

    await buddy.go('/mijn/groei');
    await buddy.press('Ik neem mijn ja terug');
    await buddy.says('Teruggenomen.');
    await buddy.press('Ja, mijn cijfers mogen naar het onderzoek');
    await buddy.says('Je kunt dit altijd terugnemen.');
    const researcher = await seat('onderzoeker');
    await researcher.follow('Onderzoek');
    await researcher.says('6 buddy’s gaven toestemming');
    await researcher.see('research');
    const [file] = await Promise.all([researcher.page.waitForEvent('download'), researcher.page.getByRole('link', { name: 'Download het bestand' }).click()]);
    check(`${width}: a file with numbers`, file.suggestedFilename() === 'groei.csv');

    const trainer = await seat('trainer');
    await trainer.go('/trainingen');
    await trainer.follow('Voorjaar');
    await trainer.follow('Groei van de groep');
    await trainer.says('Luisteren zonder meteen een oplossing te geven.');
    await trainer.says('Gemiddelde per uitspraak');
    await trainer.see('group');

    const desk = await seat('coördinator');
    await desk.go('/groei');
    await desk.see('shared-list');
    await desk.follow('Fatma');
    await desk.see('shared');
    await desk.go('/vragenlijst');
    await desk.page.getByLabel('De uitspraak').first().fill('');
    await desk.press('Bewaar deze vragenlijst');
    await desk.says('Schrijf een uitspraak op.');
    await desk.see('instrument-error');
    await desk.page.getByLabel('De uitspraak').first().fill('Ik weet hoe wij het hier doen.');
    await desk.press('Bewaar deze vragenlijst');
    await desk.says('De vragenlijst is bewaard.');
    await desk.see('instrument');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
