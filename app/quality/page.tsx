import type { Metadata } from 'next';
import { Confusion, QualityFigures, StillWrong } from '@/components/incident/quality';
import { Page } from '@/components/ui/page';
import { corporaQuality } from '@/lib/evaluate/quality-page.server';

export const metadata: Metadata = { title: 'Quality' };

export default function QualityPage() {
  const { corpora, confusion, wrong, texts } = corporaQuality();
  return (
    <Page title="How good is it" lead="Measured at every build, on pastes with known answers.">
      <QualityFigures corpora={corpora} />
      <h2>What was taken for what</h2>
      <Confusion rows={confusion} />
      <h2>Every paste that is still wrong</h2>
      <StillWrong outcomes={wrong} texts={texts} />
    </Page>
  );
}
