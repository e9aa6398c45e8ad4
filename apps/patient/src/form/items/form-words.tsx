import { useLooks } from './looks.ts';

/** Words of the form: paragraphs, in its language. */
export function FormWords({ words, className = 'form-words' }: { words: string; className?: string }) {
  const { lang } = useLooks();
  const paragraphs = words.split(/\n+/).filter((one) => one.trim() !== '');
  return (
    <div className={className} lang={lang}>
      {paragraphs.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
}
