// Small helps for those whose browser runs scripts; every page works without.
(() => {
  'use strict';
  // what one tab knows of the others: that someone is at work, logged out, or left
  const tabs = window.BroadcastChannel ? new BroadcastChannel('naast') : null;
  const tell = (what) => tabs?.postMessage(what);
  const leave = (to) => {
    document.documentElement.hidden = true;
    location.replace(to);
  };
  const harmless = 'https://www.knmi.nl/';
  // leaving quickly: log out, replace this page in the history, go somewhere harmless
  for (const form of document.querySelectorAll('form[data-verlaat]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: 'manual' }).finally(() => {});
      tell('weg');
      leave(harmless);
    });
  }
  // when a session ends, what it showed leaves the screen; what someone was typing stays, and is kept when it is sent
  const idle = Number(document.body.dataset.verloopt) * 1000;
  let used = Date.now(), typing = false;
  const late = 2 * 3600 * 1000; // what is being typed stays so much longer
  const ended = () => { if (idle && (!typing || Date.now() - used >= idle + late)) leave('/uitgelogd'); };
  const atWork = () => {
    used = Date.now();
    tell('bezig');
  };
  const look = () => { if (Date.now() - used >= idle) ended(); };
  if (tabs) tabs.onmessage = ({ data }) => {
    if (data === 'bezig') used = Date.now();
    else if (data === 'weg') leave(harmless);
    else if (data === 'uit') ended();
  };
  if (idle) {
    atWork();
    addEventListener('input', ({ target }) => { typing ||= target.form?.method === 'post' && !target.form.matches('.zoeken') && target.matches('textarea, input:not([type=radio]):not([type=checkbox])'); });
    setInterval(look, 10000);
    addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
  }
  // only where really nobody is logged in any more
  if (location.pathname === '/uitgelogd' && !idle) tell('uit');
  // a form is sent once
  for (const form of document.querySelectorAll('form[method=post]:not([data-verlaat])')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.verzonden) event.preventDefault();
      form.dataset.verzonden = '1';
      setTimeout(() => { delete form.dataset.verzonden; }, 5000);
    });
  }
  addEventListener('pageshow', () => { for (const form of document.querySelectorAll('form')) delete form.dataset.verzonden; });
  // a key of the device itself: the browser asks its owner, and what it says goes along with the form
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  const words = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  for (const field of document.querySelectorAll('input[name=sleutel_vraag]')) {
    const form = field.form, asked = JSON.parse(field.value);
    form.classList.add(window.PublicKeyCredential ? 'kan' : 'kan-niet');
    if (!window.PublicKeyCredential) continue;
    const known = asked.bekend.map((id) => ({ type: 'public-key', id: bytes(id) }));
    const common = { challenge: bytes(asked.vraag), timeout: 120000 };
    const make = { ...common, rp: { id: asked.huis, name: asked.naam }, user: { id: bytes(asked.eigenaar ?? ''), name: asked.naam, displayName: asked.naam }, excludeCredentials: known, attestation: 'none',
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })), authenticatorSelection: { residentKey: 'required', userVerification: 'required' } };
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        const key = asked.maak ? await navigator.credentials.create({ publicKey: make }) : await navigator.credentials.get({ publicKey: { ...common, rpId: asked.huis, allowCredentials: known, userVerification: 'required' } });
        form.elements.sleutel_naam.value = words(key.rawId);
        form.elements.sleutel_antwoord.value = words(key.response.clientDataJSON);
        form.elements.sleutel_toestel.value = words(asked.maak ? key.response.getAuthenticatorData() : key.response.authenticatorData);
        if (!asked.maak) form.elements.sleutel_teken.value = words(key.response.signature);
      } catch { /* whoever stops halfway sends an empty answer and is told what else is possible */ }
      form.submit();
    });
  }
  // drafts are kept while typing
  for (const form of document.querySelectorAll('form[data-concept]')) {
    const said = form.querySelector('.concept');
    let timer = 0, touched = false;
    const keep = async () => {
      timer = 0;
      try {
        const answer = await fetch(form.dataset.concept, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
        said.textContent = answer.ok ? said.dataset.bewaard : said.dataset.nietBewaard;
        if (!answer.ok) return;
        touched = typing = false;
        atWork();
      } catch { said.textContent = said.dataset.nietBewaard; timer = setTimeout(keep, 5000); }
    };
    form.addEventListener('input', () => { touched = true; if (!timer) timer = setTimeout(keep, 1000); });
    addEventListener('online', () => { if (touched) keep(); });
    addEventListener('beforeunload', (event) => { if (touched && !form.dataset.verzonden) event.preventDefault(); });
  }
  // a page with a clock is read again while someone looks at it
  const clock = document.querySelector('[data-ververs]');
  if (clock) setInterval(() => { if (!document.hidden && !document.querySelector('form[data-verzonden]')) location.reload(); }, Number(clock.dataset.ververs) * 1000);
  // cards go on with the arrows
  if (document.querySelector('.kaart')) addEventListener('keydown', (event) => {
    const to = { ArrowRight: 'next', ArrowLeft: 'prev' }[event.key];
    if (to && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) document.querySelector(`.kaart a[rel=${to}]`)?.click();
  });
  const faults = document.getElementById('fouten');
  if (faults) faults.focus();
})();
