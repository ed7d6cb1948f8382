import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Offline } from '@/components/offline/offline';
import { Search } from '@/components/search/search';
import { href } from '@/components/ui/link';
import { BUILT_SITE } from '@/components/ui/site';
import { CARD_IMAGE } from '@/lib/export/card';
import { SiteHeader } from '@/components/ui/site-header';
import { THEME_SCRIPT } from '@/components/ui/theme';
import './tokens.css';
import './base.css';
import './print.css';

const DESCRIPTION =
  'Paste what is on the screen; get the known Kubernetes or Linux incident, why, and what to do first.';

export const metadata: Metadata = {
  metadataBase: new URL(BUILT_SITE),
  title: { default: 'Faultbook', template: '%s · Faultbook' },
  description: DESCRIPTION,
  openGraph: { type: 'website', siteName: 'Faultbook', images: [CARD_IMAGE] },
  twitter: { card: 'summary_large_image', images: [CARD_IMAGE.url] },
  referrer: 'same-origin',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <link rel="alternate" type="application/atom+xml" title="Faultbook" href={href('/feed.xml')} />
      </head>
      <body>
        <SiteHeader search={<Search />} />
        {children}
        <Offline />
      </body>
    </html>
  );
}
