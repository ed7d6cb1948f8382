import type { Metadata } from 'next';
import { preload } from 'react-dom';
import { Triage } from '@/components/triage/triage';
import { href } from '@/components/ui/link';

export const metadata: Metadata = { alternates: { canonical: '/' } };

export default function TriagePage() {
  // The book is on its way before the scripts are: the page answers sooner.
  for (const file of ['/pack.json', '/engine.js', '/samples.json', '/texts.json'])
    preload(href(file), { as: 'fetch', crossOrigin: 'anonymous' });
  return <Triage />;
}
