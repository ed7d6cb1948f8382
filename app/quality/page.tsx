import type { Metadata } from 'next';
import { Confusion, QualityFigures, QualitySection, StillWrong } from '@/components/incident/quality';
import { Page } from '@/components/ui/page';
import { corporaQuality } from '@/lib/evaluate/quality-page.server';

export const metadata: Metadata = { title: 'Quality' };

export default function QualityPage() {
  const { corpora, confusion, wrong, texts } = corporaQuality();
  return (
    <Page title="How good is it" lead="Measured at every build, on pastes with known answers.">
      <QualitySection title="How often it is right">
        <QualityFigures corpora={corpora} />
      </QualitySection>
      <QualitySection title="What was taken for what">
        <Confusion rows={confusion} />
      </QualitySection>
      <QualitySection title="Every paste that is still wrong">
        <StillWrong outcomes={wrong} texts={texts} />
      </QualitySection>
    </Page>
  );
}
