/** The body of an incident becomes React elements. At build only: the page carries no MDX and needs no `eval`. */

import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client';
import type { ComponentType } from 'react';
import { plainDataOnly } from './plain-data.server';

export type MdxComponents = Record<string, ComponentType<never>>;
export type MdxBody = ComponentType<{ components: MdxComponents }>;

const compiled = new Map<string, Promise<MdxBody>>();

/** Compiles a body once; the page and its metadata may both ask for it. */
export function renderBody(source: string): Promise<MdxBody> {
  let body = compiled.get(source);
  if (!body) {
    body = compile(source);
    compiled.set(source, body);
  }
  return body;
}

async function compile(source: string): Promise<MdxBody> {
  const { code } = await bundleMDX({
    source,
    grayMatterOptions: (options) => ({ ...options, engines: { javascript: refuse, js: refuse } }),
    // What goes wrong is thrown; esbuild need not print it as well.
    esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
    mdxOptions: (options) => ({
      ...options,
      // First: mdx-bundler's own plugins add code to the tree, which is not the author's.
      remarkPlugins: [plainDataOnly, ...(options.remarkPlugins ?? [])],
    }),
  });
  return getMDXComponent(code) as MdxBody;
}

/** gray-matter runs `---js` front matter as code unless its engine is replaced. */
function refuse(): never {
  throw new Error('Front matter in JavaScript is refused: write YAML between lines of three dashes.');
}
