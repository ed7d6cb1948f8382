import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { renderBody } from './render.server';

async function html(source: string): Promise<string> {
  const Body = await renderBody(source);
  const components = { Note: ({ items }: { items: string[] }) => createElement('b', null, items.join('+')) };
  return renderToStaticMarkup(createElement(Body, { components: components as never }));
}

test('a body becomes HTML, with components fed by plain data', async () => {
  const out = await html("## Fix\n\nSay *this*.\n\n<Note items={['a', 'b']}/>\n");
  expect(out).toContain('<h2>Fix</h2>');
  expect(out).toContain('<em>this</em>');
  expect(out).toContain('<b>a+b</b>');
});

test('front matter in JavaScript is refused, not run', async () => {
  for (const language of ['js', 'javascript']) {
    const source = `---${language}\n{ title: (globalThis.ran = true) }\n---\n\nText.\n`;
    await expect(html(source)).rejects.toThrow(/refused/);
  }
  expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
});

test('a body cannot script the page: what it tries is refused with its name', async () => {
  const attempts = {
    'import and export': "import fs from 'node:fs'\n\nText.",
    'an expression in braces': 'Text {globalThis.process.env.HOME}.',
    '<script>': '<script>alert(1)</script>',
    '<img>': '<img src="x" onerror="alert(1)"/>',
    'code in the attribute items': '<Note items={[process.env.HOME]}/>',
    'an image': '![](https://example.org/x.png)',
    'the address javascript:': '[x](javascript:alert(1))',
    'a spread of attributes': '<Note {...globalThis}/>',
  };
  for (const [what, source] of Object.entries(attempts))
    await expect(html(source), what).rejects.toThrow(what);
});
