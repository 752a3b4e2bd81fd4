// After an evening: a buddy gives tips and takes the proof along, the trainer reads and writes what changes, the coordinator lets a missed part go.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';
import fs from 'node:fs';

const demo = await demonstration();
const b = await browser();

try {
  for (const width of [390, 1280]) {
    const seat = (who) => sit(b, demo, width, who, 'evening');
    const givers = width === 390 ? ['gonca@voorbeeld.example', 'simon@voorbeeld.example', 'marit@voorbeeld.example'] : ['wim@voorbeeld.example'];
    for (const [i, who] of givers.entries()) {
      const buddy = await seat(who);
      await buddy.go('/mijn/training');
      if (i === 0) await buddy.see('training');
      await buddy.follow('Tips en tops van avond 1');
      if (i === 0) {
        await buddy.see('tips');
        await buddy.press('Versturen');
        await buddy.says('Schrijf een top of een tip op.');
        await buddy.see('tips-error');
      }
      await buddy.page.getByLabel('Een top: wat ging goed?').fill(`Er was ruimte voor iedereen (${i}).`);
      await buddy.page.getByLabel('Een tip: wat kan beter?').fill('Meer tijd om voor te stellen.');
      await buddy.press('Versturen');
      await buddy.says('Dank je wel. Je naam staat er niet bij.');
      if (i === 0) {
        const [proof] = await Promise.all([buddy.page.waitForEvent('download'), buddy.page.getByRole('link', { name: 'Bewijs van deelname (PDF)' }).click()]);
        check(`${width}: a PDF`, fs.readFileSync(await proof.path()).subarray(0, 4).toString() === '%PDF');
        if (process.env.WALK_SHOTS) fs.copyFileSync(await proof.path(), `${process.env.WALK_SHOTS}/bewijs.pdf`);
      }
    }

    // who is in the group that still meets says whether they come
    const invited = await seat('joost@voorbeeld.example');
    await invited.go('/mijn/training');
    await invited.see('coming');
    await invited.page.getByLabel('ja, ik kom').check();
    await invited.press('Verander mijn antwoord');
    await invited.says('Dan kun je dit hier veranderen.');

    const trainer = await seat('trainer');
    await trainer.go('/trainingen');
    await trainer.follow('Voorjaar');
    await trainer.see('edition');
    await trainer.follow('Tips en tops van avond 1');
    await trainer.says('Er was ruimte voor iedereen');
    await trainer.page.getByLabel('Bij welk onderdeel?').selectOption({ label: 'Gesprekskaarten' });
    await trainer.page.getByLabel('Wat verandert er?').fill('Een kwartier langer, in tweetallen.');
    await trainer.press('Schrijf op');
    await trainer.says('Opgeschreven voor de volgende keer.');
    await trainer.see('read');

    // everyone is asked; in the group that was, one took the yes back
    await trainer.go('/trainingen');
    await trainer.follow('Voorjaar');
    await trainer.follow('Opnamen');
    if (width === 390) {
      await trainer.says('De link werkt niet meer.');
      await trainer.see('recordings');
      await trainer.press('Vraag het alle deelnemers');
      await trainer.says('Schrijf op wat u wilt opnemen.');
      await trainer.see('recordings-error');
    }
    const asked = await seat(width === 390 ? 'marit@voorbeeld.example' : 'gonca@voorbeeld.example');
    await asked.go('/mijn/training');
    await asked.follow('Opname: Avond 2, oefenen met citaten');
    await asked.see('recording');
    if (width === 1280) await asked.press('Ik neem mijn ja terug');
    await asked.says('Je zei nee.');

    const desk = await seat('coördinator');
    await desk.go('/buddys?zoek=Anja');
    await desk.follow('Anja');
    if (width === 390) {
      await desk.page.getByLabel('gaat door als buddy').check();
      await desk.press('Leg besluit vast');
    }
    await desk.follow(width === 390 ? 'Een gemist deel loslaten' : 'De reden');
    if (width === 390) {
      await desk.see('exemption');
      await desk.press('Laat het los');
      await desk.says('Schrijf op waarom.');
      await desk.page.getByLabel('Waarom is dit verantwoord?').fill('Las de dia’s en gaf zelf al zulke avonden.');
      await desk.press('Laat het los');
      await desk.says('houdt een koppeling niet meer tegen');
      await desk.see('buddy');
    } else await desk.see('reason');
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
