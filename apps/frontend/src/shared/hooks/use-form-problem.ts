import { ApiProblem } from '@unityplan/sdk';
import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useProblemTexts } from './use-problem.ts';

/**
 * Shows a failed call in a form: faults at their fields (and the focus at the first), anything else above the form.
 * `fieldOf` names the field a code belongs to.
 */
export function useFormProblem<T extends FieldValues>(form: UseFormReturn<T>, fieldOf: Partial<Record<string, FieldPath<T>>> = {}) {
  const texts = useProblemTexts();
  const [problem, setProblem] = useState<unknown>();
  const show = (error: unknown) => {
    const fields = Object.keys(form.getValues());
    const place = error instanceof ApiProblem ? fieldOf[error.code] : undefined;
    if (place) {
      const { title, mend } = texts(error);
      form.setError(place, { message: `${title} ${mend}` }, { shouldFocus: true });
      return setProblem(undefined);
    }
    const faults = error instanceof ApiProblem ? error.faults.map(({ path, message }) => ({ field: path.replace(/^body\./, ''), message })) : [];
    const placed = faults.filter(({ field }) => fields.includes(field));
    placed.forEach(({ field, message }, index) => form.setError(field as FieldPath<T>, { message }, { shouldFocus: index === 0 }));
    setProblem(placed.length > 0 && placed.length === faults.length ? undefined : error);
  };
  return { problem, show, clear: () => setProblem(undefined) };
}
