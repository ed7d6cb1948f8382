/** How a page looks when its link is pasted into a chat. Plain data in the shape that Next's metadata has. */

import { changedOn, type ExportIncident } from './book';

/** The one image, 1200 × 630. Drawn by bin/card.mjs. */
export const CARD_IMAGE = { url: '/card.png', width: 1200, height: 630, alt: 'Faultbook' };

const SEVERITY = { workload: 'hits one workload', node: 'hits a whole node', cluster: 'hits the cluster' };

export function card(title: string, description: string, path: string) {
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: {
      type: 'website' as const,
      siteName: 'Faultbook',
      title,
      description,
      url: path,
      images: [CARD_IMAGE],
    },
    twitter: { card: 'summary_large_image' as const, title, description, images: [CARD_IMAGE.url] },
  };
}

/** Slack and Discord show two pairs of label and value beside the text. */
export function incidentCard(incident: Pick<ExportIncident, 'id' | 'front' | 'body' | 'files'>) {
  const { id, front } = incident;
  const verified = front.verified
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const both = card(front.title, front.summary, `/incidents/${id}/`);
  return {
    ...both,
    alternates: {
      ...both.alternates,
      types: {
        'text/markdown': `/incidents/${id}.md`,
        'application/json': `/incidents/${id}.json`,
        'application/json+oembed': `/incidents/${id}.oembed.json`,
      },
    },
    openGraph: { ...both.openGraph, type: 'article' as const, modifiedTime: changedOn(incident) },
    other: {
      'twitter:label1': 'Severity',
      'twitter:data1': SEVERITY[front.severity],
      'twitter:label2': verified ? 'Verified on' : 'Written on',
      'twitter:data2': verified ?? changedOn(incident),
    },
  };
}
