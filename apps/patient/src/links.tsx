/**
 * The app's own addresses. TanStack Router's types know one router for a whole TypeScript program, and the clinic's is
 * in the same one; so the patient app's addresses are written down here.
 */
import { Link as RouterLink, useNavigate, useParams } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode } from 'react';

export type Address =
  | { readonly to: '/' | '/programme' | '/progress' | '/more' | '/help'; readonly hash?: string }
  | { readonly to: '/step/$stepId' | '/step/$stepId/finished'; readonly params: { readonly stepId: string } }
  | { readonly to: '/form/$formId'; readonly params: { readonly formId: string } }
  | {
      readonly to: '/form/$formId/$part';
      readonly params: { readonly formId: string; readonly part: string };
      readonly hash?: string;
    }
  | { readonly to: '/progress/$responseId'; readonly params: { readonly responseId: string } };

type AppLinkProps = Address &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
    readonly children: ReactNode;
    /** The address counts as here only when it is the whole of it. */
    readonly activeOptions?: { readonly exact: boolean };
  };

export const AppLink = RouterLink as unknown as (props: AppLinkProps) => ReactNode;

export function useGo(): (address: Address & { replace?: boolean }) => void {
  const navigate = useNavigate() as unknown as (address: Address) => Promise<void>;
  return (address) => void navigate(address);
}

export function useStepId(): string {
  const { stepId } = useParams({ strict: false }) as { stepId?: string };
  return stepId ?? '';
}

/** The part is a number, `check` or `sent`; none is the page before the first. */
export function useFormPlace(): { readonly formId: string; readonly part: string } {
  const { formId, part } = useParams({ strict: false }) as { formId?: string; part?: string };
  return { formId: formId ?? '', part: part ?? '' };
}

export function useResponseId(): string {
  const { responseId } = useParams({ strict: false }) as { responseId?: string };
  return responseId ?? '';
}
