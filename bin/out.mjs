/** Where the site is built and served from: a second build, as the journeys below a path need it, has its own place. */
export const OUT = process.env.FAULTBOOK_OUT || 'out';
