import type { MappedLine } from '../../../finance/exports/gl-codes.ts';
import type { Month } from '../../../ledger/dates.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';

export type GlMappingPage = {
  title: string;
  /** From which month on a change counts. */
  from: string;
  rows: GlMappingRow[];
  form: Form;
};

export type GlMappingRow = {
  name: string;
  line: string;
  glCode: string;
  costCentre: string;
  taxCode: string;
  /** Who set it, from when and why; or that nobody did. */
  story: string;
};

/** The lines as they are in a month, and the form that changes one from then on. */
export const glMappingPage = (
  read: { lines: MappedLine[]; month: Month },
  formats: Formats,
  errors: FieldErrors = {},
  typed: Typed = {},
): GlMappingPage => ({
  title: 'General ledger codes',
  from: formats.month(read.month),
  rows: read.lines.map((line) => rowOf(line, formats)),
  form: form(
    {
      ...{ action: '/finance/gl-mapping', submit: 'Change it', id: 'map' },
      fields: [
        {
          ...{ name: 'line', label: 'Line of accounts', kind: 'select' },
          options: read.lines.map(({ line, name }) => ({
            value: line,
            label: `${name} (${line})`,
          })),
          value: 'expense:rewards',
        },
        { name: 'gl_code', label: 'GL account' },
        { name: 'cost_centre', label: 'Cost centre', optional: true },
        { name: 'tax_code', label: 'Tax code', optional: true },
        {
          name: 'reason',
          label: 'Why',
          kind: 'long',
          hint: 'Kept with the change, with your name.',
        },
      ],
    },
    errors,
    typed,
  ),
});

const rowOf = (line: MappedLine, formats: Formats): GlMappingRow => ({
  name: line.name,
  line: line.line,
  glCode: line.gl_code,
  costCentre: line.cost_centre,
  taxCode: line.tax_code,
  story: line.set
    ? `From ${formats.month(line.set.from_month)}, by ${line.set.maker}: ${line.set.reason}`
    : 'As in the chart of accounts',
});
