// What is asked of a page that stands in a window.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ELEMENTS = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'p', 'strong', 'ul', 'li', 'form', 'label', 'input', 'button', 'div', 'script'];

/** Rules of WCAG 2.2 AA and good practice, in light and dark. */
export async function accessible(page) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    found.push(...violations.map((each) => `${colorScheme}: ${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`));
  }
  return found;
}

/** Nothing that a name says is part of the page, but the text of it. */
export async function escaped(page, { shows }, markup) {
  const { names, text, values } = await page.evaluate(() => ({
    names: [...document.querySelectorAll('*')].map((each) => each.localName),
    text: document.body.textContent,
    values: [...document.querySelectorAll('input')].map((each) => each.value),
  }));
  const strange = [...new Set(names.filter((name) => !ELEMENTS.includes(name)))];
  const shown = text.includes(markup) || values.includes(markup);
  return [...strange.map((name) => `an element ${name}`), ...(shows && !shown ? ['the name does not show as it is'] : [])];
}

const WINDOWS = [
  { what: '1280 at 100 %', width: 1280, height: 720 },
  { what: '1280 at 200 %', width: 640, height: 360 },
  { what: '1280 at 400 %', width: 320, height: 180 },
  { what: 'narrow', width: 320, height: 568 },
];

/** All of it can be read and reached by scrolling down alone, also with letters of twice the size. */
export async function fits(page) {
  const found = [];
  for (const { what, ...size } of WINDOWS) {
    await page.setViewportSize(size);
    for (const letters of ['', '200%']) {
      const wide = await page.evaluate(outside, letters);
      found.push(...wide.map((each) => `${what}${letters && ', large letters'}: ${each}`));
    }
  }
  await page.evaluate(outside, '');
  return found;
}

function outside(letters) {
  document.documentElement.style.fontSize = letters;
  const { clientWidth, scrollWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`${scrollWidth} wide in ${clientWidth}`] : [];
  for (const each of document.querySelectorAll('main, main *')) {
    const { left, top, right, width } = each.getBoundingClientRect();
    if (width && (left < 0 || right > clientWidth || top + scrollY < 0 || (each.localName !== 'input' && each.scrollWidth > each.clientWidth + 1 && each.clientWidth))) {
      found.push(`${each.localName} "${(each.textContent || each.id).trim().slice(0, 20)}" from ${left},${top + scrollY} to ${right}`);
    }
  }
  return found;
}

/** The keyboard reaches everything that can be used, in the order in which it is read, visibly, and leaves again; where there is something to enter, it begins there. */
export async function reachable(page) {
  const begun = await page.evaluate(() => ({
    focus: document.activeElement.id || document.activeElement.value || '',
    empty: [...document.querySelectorAll('input:not([type=hidden]):not([type=checkbox])')].filter((each) => !each.value).map((each) => each.id)[0],
  }));
  const found = begun.empty && begun.focus !== begun.empty ? [`begins at "${begun.focus}", not at ${begun.empty}`] : [];
  const all = await page.evaluate(() => {
    scrollTo(0, 0);
    window.controls = [...document.querySelectorAll('input:not([type=hidden]), button, a[href]')];
    return window.controls.map((each) => ({ name: each.id || each.textContent, top: each.getBoundingClientRect().top, left: each.getBoundingClientRect().left }));
  });
  const read = [...all].sort((a, b) => a.top - b.top || a.left - b.left).map((each) => each.name);
  const order = [];
  // once round, and the window between the last and the first
  for (let i = 0; i <= all.length; i++) {
    await page.keyboard.press('Tab');
    const { at, visible } = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      return { at: window.controls.indexOf(document.activeElement), visible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
    });
    order.push(all[at]?.name);
    found.push(...(visible || at < 0 ? [] : [`no sign of the focus at "${all[at].name}"`]));
  }
  const left = order.indexOf(undefined);
  const reached = [...order.slice(left + 1), ...order.slice(0, left)];
  return [...found, ...(left >= 0 && reached.join('|') === read.join('|') ? [] : [`reaches ${order.join(', ')}; read ${read.join(', ')}`])];
}
