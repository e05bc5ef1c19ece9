/** What came of a promise: its value, or what it threw. For asserting about refusals. */
export const outcomeOf = async (promise: PromiseLike<unknown>): Promise<unknown> => {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
};
