/**
 * The parts every screen is made of. The first group costs about 3 kB gzip in all; each of the second pulls in
 * `designsystemet-web`, 25 kB: the patient app uses `Folded`, `Choice` and plain fields instead.
 */
export {
  Alert,
  Button,
  Card,
  Dialog,
  Heading,
  Link,
  Paragraph,
  Skeleton,
  Tag,
} from '@digdir/designsystemet-react';
export {
  Checkbox,
  Details,
  Dropdown,
  Field,
  Fieldset,
  Input,
  Label,
  Radio,
  Select,
  Table,
  Tabs,
  Textarea,
  Textfield,
  Tooltip,
  ValidationMessage,
} from '@digdir/designsystemet-react';
export { Choice } from './choice.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorSummary, type FieldError } from './error-summary.tsx';
export { Folded } from './folded.tsx';
export { OfflineBar, useOnline } from './offline-bar.tsx';
export { PageHeading } from './page-heading.tsx';
export { SavedWord } from './saved-word.tsx';
export { StatusWord } from './status-word.tsx';
export { offerUndo, UndoHost, undoLatest } from './undo.tsx';
export { useLate } from './use-late.ts';
export { VisuallyHidden } from './visually-hidden.tsx';
