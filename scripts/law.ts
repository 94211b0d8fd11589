/** `npm run law`: official texts, read from files, stored, shown and exported. See USAGE. */
import { parseArgs } from 'node:util';
import { type Day, isDay, vietnamDay } from '../src/base/days.ts';
import { AppError } from '../src/base/errors.ts';
import { checkFolder } from './law/check-folder.ts';
import { exportLaw } from './law/export-law.ts';
import { importFiles } from './law/import-files.ts';
import { withLaw } from './law/open-law.ts';
import { impactOf, listLaws, placeIn, showLaw } from './law/show-law.ts';
import { storeLaw } from './law/store-law.ts';

const USAGE = `Cách dùng:
  npm run law -- import TỆP…            đọc văn bản (.docx, .pdf, .html, .txt, .md), báo cáo, hỏi rồi lưu
      --dry-run                         chỉ xem, không lưu, không cần cơ sở dữ liệu
      --yes                             lưu không hỏi
      --code MÃ                         mã văn bản, khi văn bản không nói đủ
      --in-force-from YYYY-MM-DD        ngày bắt đầu có hiệu lực, khi văn bản không nói
      --url ĐỊA_CHỈ                     nơi công bố
      --letters-checked                 chữ đã được so với bản chính thức
      --as-of YYYY-MM-DD                ngày lấy làm mốc cho báo cáo (mặc định: hôm nay)
  npm run law -- list                   các văn bản đang giữ
  npm run law -- show MÃ[:ĐIỀU]         mục lục, hoặc các nội dung của một điều; --as-of YYYY-MM-DD: nội dung của ngày đó
  npm run law -- impact MÃ[:ĐIỀU]       những mục kiến thức, mẫu trả lời phải đọc lại nếu điều đó đổi
  npm run law -- export THƯ_MỤC         cả kho thành JSON và Akoma Ntoso; --akn hoặc --json: chỉ một loại
  npm run law -- check-folder THƯ_MỤC [--against CORPUS.jsonl.gz]   bảng đọc thử cả thư mục (docs/law-import.md)

  --json      một giá trị JSON ra đầu ra chuẩn (với export: chỉ xuất JSON)
  --help
  Cơ sở dữ liệu theo DATABASE_URL, kiến thức theo KNOWLEDGE_DIR. Mã thoát: 2 khi tệp không được nhận, 1 khi có lỗi khác.
`;

async function main(): Promise<number> {
  // `| head` closes the pipe before everything is said.
  process.stdout.on('error', () => process.exit(0));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      code: { type: 'string' },
      url: { type: 'string' },
      'in-force-from': { type: 'string' },
      'letters-checked': { type: 'boolean', default: false },
      'as-of': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      akn: { type: 'boolean', default: false },
      against: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const [command, ...rest] = positionals;
  const today = vietnamDay(new Date());
  const asOf = day(values['as-of'], '--as-of');
  const { json } = values;
  switch (command) {
    case 'import': {
      if (rest.length === 0) throw wrong('Cần ít nhất một tệp.');
      const common = { paths: rest, code: values.code, asOf: asOf ?? today, json };
      if (values['dry-run']) return importFiles(common);
      const inForceFrom = day(values['in-force-from'], '--in-force-from');
      const { code, url, yes, 'letters-checked': lettersChecked } = values;
      return withLaw((desk) =>
        importFiles({
          ...common,
          store: (law, fileName) =>
            storeLaw(
              { reading: law, fileName, fileSha256: law.fileSha256, url, code, inForceFrom, lettersChecked },
              desk,
              { yes },
            ),
        }),
      );
    }
    case 'list':
      return print(await withLaw((desk) => listLaws(desk, today, json)));
    case 'show': {
      const place = placeIn(one(rest, 'MÃ[:ĐIỀU]'));
      const shown = await withLaw((desk) => showLaw(place, { asOf, today }, desk, json));
      if (shown === undefined) throw new AppError('not-found', `Chưa giữ nguyên văn của ${rest[0]}.`);
      return print(shown);
    }
    case 'impact': {
      const place = placeIn(one(rest, 'MÃ[:ĐIỀU]'));
      return print(await withLaw((desk) => impactOf(place, today, desk, json)));
    }
    case 'export': {
      const folder = one(rest, 'THƯ_MỤC');
      const both = values.akn === json;
      return print(await withLaw((desk) => exportLaw(folder, { json: both || json, akn: both || values.akn }, desk)));
    }
    case 'check-folder':
      await checkFolder({ folder: one(rest, 'THƯ_MỤC'), against: values.against, asOf: asOf ?? today, json });
      return 0;
    default:
      throw wrong(command === undefined ? 'Cần một lệnh.' : `Không có lệnh ${command}.`);
  }
}

function one(given: readonly string[], what: string): string {
  const [first, more] = given;
  if (first === undefined || more !== undefined) throw wrong(`Cần đúng một ${what}.`);
  return first;
}

function day(given: string | undefined, option: string): Day | undefined {
  if (given !== undefined && !isDay(given)) throw wrong(`${option} ${given}: phải là một ngày có thật, YYYY-MM-DD.`);
  return given;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function wrong(message: string): AppError {
  return new AppError('invalid-input', `${message}\n\n${USAGE}`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
