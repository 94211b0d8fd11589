import { z } from 'zod';
import { vietnamDay } from '../../../base/days.ts';
import { AppError } from '../../../base/errors.ts';
import { exportEntries, importFile } from '../../../flow/curation/entries-file.ts';
import type { Fault } from '../../../knowledge/parse-entry.ts';
import { ConsolePage } from '../kit/console-page.tsx';
import type { ConsoleNeeds } from '../kit/needs.ts';
import { Button, Buttons, Card, Facts, Notice, SelectField, TextField } from '../kit/parts.tsx';
import { type ConsoleContext, type ConsoleRoute, WRITERS } from '../kit/route.ts';
import { type InBoth, numberInWords } from '../kit/words.ts';
import { Faults } from './draft-panels.tsx';

interface FileWords {
  readonly title: string;
  readonly lead: string;
  readonly exported: string;
  readonly exportLead: string;
  readonly which: string;
  readonly revised: string;
  readonly all: string;
  readonly doExport: string;
  readonly step: string;
  readonly imported: string;
  readonly importLead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly note: string;
  readonly doImport: string;
  readonly noFile: string;
  readonly noteMissing: string;
  readonly faulty: string;
  readonly changed: string;
  readonly waiting: string;
  readonly unchanged: string;
  readonly toDrafts: string;
}

const WORDS: InBoth<FileWords> = {
  vi: {
    title: 'Xuất và nhập mục',
    lead: 'Một tệp JSON giữ nguyên văn từng mục. Cả thư mục tệp: chạy npm run kb:export và npm run kb:import trên máy chủ.',
    exported: 'Xuất',
    exportLead: 'Để gửi cho đơn vị khác, hoặc lưu giữ.',
    which: 'Những mục nào',
    revised: 'chỉ những mục đã đăng ở đây',
    all: 'tất cả',
    doExport: 'Tạo tệp',
    step: 'Đọc các mục',
    imported: 'Nhập',
    importLead:
      'Những mục khác với bản đang dùng trở thành bản nháp của bạn. Có một mục lỗi thì không mục nào được nhập.',
    file: 'Tệp',
    fileHint: 'Tệp do trang này tạo ra, nhiều nhất 1 MB.',
    note: 'Vì sao nhập',
    doImport: 'Nhập tệp',
    noFile: 'Bạn chọn một tệp do trang này tạo ra.',
    noteMissing: 'Bạn ghi vì sao nhập, để người duyệt biết.',
    faulty: 'Chưa nhập mục nào, vì những chỗ sau:',
    changed: 'Thành bản nháp',
    waiting: 'Đã có bản nháp như vậy',
    unchanged: 'Giống bản đang dùng',
    toDrafts: 'Xem bản nháp của tôi',
  },
  en: {
    title: 'Entries out and in',
    lead: 'One JSON file holds the text of each entry as it is. For a whole folder, run npm run kb:export and npm run kb:import on the server.',
    exported: 'Out',
    exportLead: 'To send to another office, or to keep.',
    which: 'Which entries',
    revised: 'only those published here',
    all: 'all',
    doExport: 'Make the file',
    step: 'Reading entries',
    imported: 'In',
    importLead: 'Entries that differ from what is in use become drafts of yours. If one has a fault, none is taken.',
    file: 'File',
    fileHint: 'A file that this page made, at most 1 MB.',
    note: 'Why',
    doImport: 'Read the file in',
    noFile: 'Choose a file that this page made.',
    noteMissing: 'Please say why, for the reviewer.',
    faulty: 'Nothing was taken, because of these:',
    changed: 'Became drafts',
    waiting: 'Were drafts already',
    unchanged: 'As they are in use',
    toDrafts: 'See my drafts',
  },
};

const ExportForm = z.object({ which: z.enum(['revised', 'all']).catch('revised') });
const ImportForm = z.object({ file: z.instanceof(File).optional().catch(undefined), note: z.string().catch('') });

export type FilesNeeds = Pick<ConsoleNeeds, 'store' | 'knowledge' | 'works' | 'now'>;

interface Shown {
  readonly note?: string;
  readonly fileFault?: string | undefined;
  readonly noteFault?: string | undefined;
  readonly faults?: readonly Fault[];
  readonly told?: { readonly changed: number; readonly waiting: number; readonly unchanged: number };
}

/** Entries as a file that leaves the console, and such a file coming in. */
export function fileRoutes(needs: FilesNeeds): readonly ConsoleRoute[] {
  const { works, now } = needs;
  return [
    { method: 'GET', path: '/entries/files', may: WRITERS, handle: (c) => c.html(<FilesPage c={c} shown={{}} />) },
    {
      method: 'POST',
      path: '/entries/export',
      may: WRITERS,
      handle: async (c) => {
        const { which } = ExportForm.parse(await c.req.parseBody());
        const words = WORDS[c.get('language')];
        const href = works.begin(c.get('account').id, words.title, async (progress) => ({
          kind: 'file',
          name: `muc-kien-thuc-${vietnamDay(now())}.json`,
          type: 'application/json; charset=utf-8',
          body: new TextEncoder().encode(
            await exportEntries(which, needs, (done, of) => progress(done, of, words.step)),
          ),
        }));
        return c.redirect(href, 303);
      },
    },
    {
      method: 'POST',
      path: '/entries/import',
      may: WRITERS,
      handle: async (c) => {
        const { file, note } = ImportForm.parse(await c.req.parseBody());
        const words = WORDS[c.get('language')];
        const refused = (shown: Shown) => c.html(<FilesPage c={c} shown={{ note, ...shown }} />, 422);
        const text = file === undefined ? '' : await file.text();
        const fileFault = text === '' ? words.noFile : undefined;
        const noteFault = note.trim() === '' ? words.noteMissing : undefined;
        if (fileFault || noteFault) return refused({ fileFault, noteFault });
        const imported = await importFile(text, note.trim(), c.get('account'), needs).catch((fault: unknown) => {
          if (fault instanceof AppError && fault.kind === 'invalid-input') return undefined;
          throw fault;
        });
        if (imported === undefined) return refused({ fileFault: words.noFile });
        if (imported.result === 'faulty') return refused({ faults: imported.faults });
        const { changed, waiting, unchanged } = imported;
        const told = { changed: changed.length, waiting: waiting.length, unchanged };
        return c.html(<FilesPage c={c} shown={{ told }} />);
      },
    },
  ];
}

function FilesPage({ c, shown }: { readonly c: ConsoleContext; readonly shown: Shown }) {
  const shell = c.get('shell');
  const words = WORDS[shell.language];
  const n = (value: number) => numberInWords(value, shell.language);
  const { told, faults, fileFault } = shown;
  return (
    <ConsolePage shell={shell} title={words.title} here="/console/entries" lead={words.lead}>
      {told && (
        <Notice kind="good">
          <Facts
            facts={[
              [words.changed, n(told.changed)],
              [words.waiting, n(told.waiting)],
              [words.unchanged, n(told.unchanged)],
            ]}
          />
          <a href="/console/drafts">{words.toDrafts}</a>
        </Notice>
      )}
      {faults && (
        <Notice kind="fault">
          <p>{words.faulty}</p>
          <Faults shell={shell} faults={faults.map((one) => ({ ...one, field: `${one.file} ${one.field}` }))} />
        </Notice>
      )}
      <div class="halves">
        <Card heading={words.exported}>
          <p class="hint">{words.exportLead}</p>
          <form method="post" action="/console/entries/export">
            <SelectField
              name="which"
              label={words.which}
              options={[
                { value: 'revised', label: words.revised },
                { value: 'all', label: words.all },
              ]}
            />
            <Buttons>
              <Button>{words.doExport}</Button>
            </Buttons>
          </form>
        </Card>
        <Card heading={words.imported}>
          <p class="hint">{words.importLead}</p>
          <form method="post" action="/console/entries/import" enctype="multipart/form-data">
            <div class={fileFault ? 'field wrong' : 'field'}>
              <label for="file">{words.file}</label>
              <p class="hint" id="file-hint">
                {words.fileHint}
              </p>
              <input
                id="file"
                name="file"
                type="file"
                accept=".json,application/json"
                required
                aria-invalid={fileFault ? 'true' : undefined}
                aria-describedby={fileFault ? 'file-hint file-fault' : 'file-hint'}
              />
              {fileFault && (
                <p class="fault" id="file-fault" role="alert">
                  {fileFault}
                </p>
              )}
            </div>
            <TextField
              name="note"
              label={words.note}
              value={shown.note}
              fault={shown.noteFault}
              maxlength={500}
              required
            />
            <Buttons>
              <Button>{words.doImport}</Button>
            </Buttons>
          </form>
        </Card>
      </div>
    </ConsolePage>
  );
}
