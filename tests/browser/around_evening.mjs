// Around an evening: days chosen together, preparing at home, a welcome pack, an observer, catching up, looking back, stopping.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';
import fs from 'node:fs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const first = width === 390;
    const seat = (who) => sit(b, demo, width, who, 'around');
    const desk = await seat('coördinator');
    await desk.go('/trainingen');
    await desk.see('list');
    if (first) {
      const invited = await seat('sophie@voorbeeld.example');
      await invited.go('/mijn/training');
      await invited.says('Welke dagen kun jij?');
      await invited.see('own-days');
      await invited.press('Verander mijn antwoord');
      await invited.says('Bewaard. Je krijgt een mail als de avonden gekozen zijn.');
      await desk.follow('Winter');
      await desk.says('Antwoord gaven 1 van de 1.');
      await desk.see('days');
      await desk.press('Kies deze avonden en mail iedereen');
      await desk.says('De dagen staan vast.');
      await desk.see('days-chosen');
    } else {
      await desk.follow('Winter');
      await desk.follow('Verander naam, plaats of dagen');
      await desk.see('change');
      await desk.page.getByLabel('Begintijd').fill('acht uur');
      await desk.press('Opslaan');
      await desk.says('Vul een tijd in');
      await desk.page.getByLabel('Begintijd').fill('19.30');
      await desk.press('Opslaan');
      await desk.says('Iedereen krijgt een nieuwe mail voor de agenda.');
      await desk.go('/trainingen/nieuw/dagen');
      await desk.see('poll');
      await desk.press('Training maken');
      await desk.says('Geef de groep een naam');
      await desk.see('poll-error');
    }

    // at home: kept while typing, handed in, taken back
    const participant = await seat('joost@voorbeeld.example');
    await participant.go('/mijn/training');
    await participant.says('kijkt Sanne Vink mee');
    await participant.see('own');
    await participant.page.getByRole('link', { name: 'Voorbereiding voor avond 2' }).first().click();
    await participant.page.waitForLoadState();
    const box = participant.page.locator('textarea').first();
    if (first) {
      await participant.press('Inleveren');
      await participant.says('Vul minstens één vak in.');
      await participant.see('home-error');
    }
    const kept = participant.page.waitForResponse((answer) => answer.url().endsWith('/concept') && answer.status() === 204);
    await box.fill(`Dat iemand echt luisterde (${width}).`);
    await kept;
    await participant.go(new URL(participant.page.url()).pathname);
    check(`${width}: what was typed is kept`, (await participant.page.locator('textarea').first().inputValue()).includes(`(${width})`));
    await participant.see('home');
    await participant.press('Inleveren');
    await participant.says('Ingeleverd. Je trainers kunnen het nu lezen.');

    const trainer = await seat('trainer');
    await trainer.go('/trainingen');
    await trainer.follow('Najaar');
    await trainer.see('edition');
    await trainer.follow('Joost Peters');
    await trainer.says(`Dat iemand echt luisterde (${width}).`);
    await trainer.see('participant');
    await trainer.go('/trainingen');
    await trainer.follow('Najaar');
    await trainer.follow('Evaluatie van avond 1');
    await trainer.says('U deelde dit op');
    await trainer.see('evaluation');

    // the pack
    await desk.go('/trainingen');
    await desk.follow('Najaar');
    await desk.follow('Waarnemers');
    await desk.see('observers');
    await desk.follow('Terug naar de training');
    await desk.follow('Welkomstpakket');
    if (first) {
      await desk.see('pack');
      const [sheet] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('link', { name: 'Etiketten (PDF)' }).click()]);
      check(`${width}: a PDF`, fs.readFileSync(await sheet.path()).subarray(0, 4).toString() === '%PDF');
      if (process.env.WALK_SHOTS) fs.copyFileSync(await sheet.path(), `${process.env.WALK_SHOTS}/etiketten.pdf`);
      await participant.go('/mijn/training/adres');
      await participant.see('address');
      await desk.follow('De adressen op het scherm');
      await desk.says('Dijkstraat 14');
      await desk.see('addresses');
      await desk.follow('Terug naar het welkomstpakket');
      await desk.press('Verstuurd: wis deze adressen');
      await desk.says('De adressen zijn gewist.');
    }
    await desk.says('adres gewist');
    await desk.see('pack-sent');
    await participant.go('/mijn/training/adres');
    await participant.says('Je adres is gewist.');

    // the programme: what is asked at home, and what trainers wanted
    await desk.go('/programma');
    await desk.says('Tien minuten langer, en met twee kaarten beginnen.');
    await desk.follow('Verander de voorbereiding van avond 1');
    await desk.see('asking');
    if (first) {
      await desk.page.getByLabel('Iets om te lezen of te bekijken').first().fill('geen link');
      await desk.press('Bewaar deze voorbereiding');
      await desk.says('Een link begint met https://');
      await desk.see('asking-error');
    }
    await desk.go('/programma/avond/1');
    await desk.says('Wat is nu verwerkt?');

    // catching up
    await trainer.go('/trainingen');
    await trainer.follow('Voorjaar');
    await trainer.follow('Inhalen van avond 2');
    if (first) {
      await trainer.see('catch-up');
      await trainer.page.getByLabel('was er niet').first().check();
      await trainer.press('Leg vast wie er was');
      await trainer.says('Voor wie het miste, zijn er de dia’s en een eigen afspraak.');
      await trainer.press('Spreek dit af en stuur een mail');
      await trainer.says('Kies wie er komt.');
      await trainer.see('catch-up-error');
      await trainer.page.getByLabel('Anja Postma').last().check();
      await trainer.press('Stuur de dia’s');
      await trainer.says('Gestuurd. Maak nu een eigen afspraak');
    }
    await trainer.says('heeft de dia’s: maak een eigen afspraak');
    await trainer.see('catch-up-slides');

    const observer = await seat('sanne@voorbeeld.example');
    await observer.go('/waarnemen');
    await observer.see('watched');
    await observer.follow('Najaar');
    await observer.says('De groep weet dat u komt.');
    await observer.see('guide');

    const buddy = await seat(first ? 'buddy3@naast.example' : 'buddy@naast.example');
    await buddy.go('/mijn/stoppen');
    await buddy.says(first ? 'Stoppen mag altijd.' : 'Je staat nu naast een ouder.');
    await buddy.see('stop');
    await desk.go('/buddys?zoek=Marit');
    await desk.follow('Marit');
    await desk.follow('Stopt als buddy');
    await desk.see('stop-desk');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
