import { href, Link } from '@/components/ui/link';
import { Page } from '@/components/ui/page';

/** The page of a former name. With a script the anchor and the cited revision go along; without one it leads there all the same. */
export function Moved({ to, title }: { to: string; title: string }) {
  const target = href(to);
  // A slug holds letters, digits and hyphens only; quoting is for the reader of this line.
  const go = `location.replace(${JSON.stringify(target)}+location.search+location.hash)`;
  return (
    <Page narrow title="This incident has a new name" lead={<Link to={to}>{title}</Link>}>
      <meta httpEquiv="refresh" content={`1; url=${target}`} />
      <script dangerouslySetInnerHTML={{ __html: go }} />
    </Page>
  );
}
