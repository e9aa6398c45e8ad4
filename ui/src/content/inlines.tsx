import type { Inline } from '@skute/programmes/rules';
import { VisuallyHidden } from '../base/visually-hidden.tsx';
import { useText } from '../i18n/index.ts';
import { usePlace } from './place.ts';
import { contentTexts } from './texts.ts';

export function Inlines({ text }: { text: readonly Inline[] }) {
  // Inline text never changes order, so its place is its key.
  return text.map((inline, index) => <OneInline key={String(index)} inline={inline} />);
}

function OneInline({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.value;
    case 'strong':
      return (
        <strong>
          <Inlines text={inline.text} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Inlines text={inline.text} />
        </em>
      );
    case 'link':
      return <ContentLink inline={inline} />;
    case 'break':
      return <br />;
    default:
      return null;
  }
}

function ContentLink({ inline }: { inline: Extract<Inline, { kind: 'link' }> }) {
  const { stepLink } = usePlace();
  const t = useText(contentTexts);
  const words = <Inlines text={inline.text} />;
  if (inline.to.startsWith('step:')) return stepLink(inline.to.slice('step:'.length), words);
  // The package reader lets only https: through; a link is not the place to trust that.
  if (!inline.to.startsWith('https://')) return words;
  return (
    <a href={inline.to} target="_blank" rel="noreferrer">
      {words}
      <VisuallyHidden> ({t('newTab')})</VisuallyHidden>
    </a>
  );
}
