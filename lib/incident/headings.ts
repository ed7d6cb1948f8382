/** The fixed headings of an incident page, in order, with their anchors for ever. */
export const HEADINGS = ['Symptoms', 'Diagnosis', 'Root cause', 'Fix', 'Prevention', 'Not this if'] as const;
