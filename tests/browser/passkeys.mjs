// A parent and a coordinator make a passkey on a device of their own, log in with it, prove it again, and take it away; who stops halfway or uses another device is told what else is possible.
import { browser, check, demonstration, end, seat as sit } from './world.mjs';

const demo = await demonstration();
// a browser knows passkeys of names, not of numbers
const named = (text) => text.replace('127.0.0.1', 'localhost');
const house = { ...demo, url: named(demo.url), links: Object.fromEntries(Object.entries(demo.links).map(([who, link]) => [who, named(link)])) };
const b = await browser();

/** A device with a lock, as the browser knows it. */
async function device(page, unlocked = true) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: unlocked, automaticPresenceSimulation: true } });
  return { cdp, authenticatorId, keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials, unlock: (yes) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: yes }) };
}
/** Presses a button that asks the device, and waits for the page it leads to. */
async function ask(one, label) {
  await Promise.all([one.page.waitForEvent('framenavigated'), one.page.getByRole('button', { name: label }).first().click()]);
  await one.page.waitForLoadState();
}

try {
  for (const width of [1280, 390]) {
    const seat = (who) => sit(b, house, width, who, 'passkeys');
    for (const who of ['ouder met een buddy', 'coördinator']) {
      const one = await seat(who);
      const lock = await device(one.page);
      await one.go('/mijn-gegevens/sleutels');
      await one.says('U heeft nog geen toegangssleutel.');
      await one.see(`${who.slice(0, 5)}-none`);
      await lock.unlock(false);
      await ask(one, 'Maak een sleutel op dit apparaat');
      await one.says('Er is geen sleutel gemaakt.');
      await one.see(`${who.slice(0, 5)}-refused`);
      await lock.unlock(true);
      await ask(one, 'Maak een sleutel op dit apparaat');
      await one.page.getByText('De toegangssleutel is gemaakt.').waitFor();
      check(`${width}: the device holds one key`, (await lock.keys()).length === 1);
      await one.see(`${who.slice(0, 5)}-one`);
      await one.go('/opnieuw-bewijzen');
      await one.see(`${who.slice(0, 5)}-again`);
      await ask(one, 'Gebruik mijn toegangssleutel');
      check(`${width}: proved again`, !one.page.url().includes('opnieuw'));
      await one.go('/mijn-gegevens');
      await one.page.getByRole('button', { name: 'Uitloggen' }).first().click();
      await one.page.waitForLoadState();
      await one.go('/mijn-gegevens');
      check(`${width}: logged out`, one.page.url().endsWith('/inloggen'));
      await one.see('login');
      await ask(one, 'Log in met een toegangssleutel');
      await one.go(who === 'coördinator' ? '/vandaag' : '/mijn');
      check(`${width}: ${who} is in with the key alone`, !one.page.url().includes('inloggen') && !one.page.url().includes('tweede-stap'));
      // an answer is used once: the same key from another browser without it does not open
      const other = await seat(who);
      await device(other.page);
      await other.go('/mijn-gegevens');
      await other.page.getByRole('button', { name: 'Uitloggen' }).first().click();
      await other.go('/inloggen');
      await ask(other, 'Log in met een toegangssleutel');
      await other.says('Dat lukte niet.');
      await other.see('not-here');
      await one.go('/mijn-gegevens/sleutels');
      await one.press('Haal sleutel 1 weg');
      await one.says('U heeft nog geen toegangssleutel.');
      await one.go('/mijn-gegevens');
      await one.page.getByRole('button', { name: 'Uitloggen' }).first().click();
      await one.go('/inloggen');
      await ask(one, 'Log in met een toegangssleutel');
      await one.says('Dat lukte niet.');
      await one.context.close();
      await other.context.close();
    }
  }
} catch (error) {
  check(String(error.stack ?? error), false);
} finally {
  await b.close();
  await demo.stop();
  end();
}
