import { useToast } from '@unityplan/ui';
import { useProblemTexts } from './use-problem.ts';

/** Tells in passing that something failed, and what. */
export function useProblemToast(): (error: unknown) => void {
  const toast = useToast();
  const problem = useProblemTexts();
  return (error) => toast({ text: problem(error).title, tone: 'danger' });
}
