import { notFound } from '@tanstack/react-router';
import { ApiProblem } from '@unityplan/sdk';

/** Lets a loader show the not-found page where the server has nothing at this address. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.code === 'input_invalid')) throw notFound();
    throw error;
  }
}
