import type { ChannelName } from '../../ports/channel.ts';
import { Page } from '../layout/page.tsx';

export interface ConsolePageProps {
  readonly on: readonly ChannelName[];
  readonly openReferrals: number;
  readonly linkedCentres: number;
}

/** What the service is doing, in counts. Staff answer in the Telegram group linked to their centre. */
export function ConsolePage({ on, openReferrals, linkedCentres }: ConsolePageProps) {
  return (
    <Page title="Hỏi Quyền – quản lý">
      <header class="top">
        <div>
          <h1>Hỏi Quyền – quản lý</h1>
        </div>
      </header>
      <main id="noi-dung">
        <table>
          <tbody>
            <tr>
              <th scope="row">Kênh đang mở</th>
              <td>{on.join(', ')}</td>
            </tr>
            <tr>
              <th scope="row">Câu hỏi đang chờ hoặc đang được cán bộ giúp</th>
              <td>{openReferrals}</td>
            </tr>
            <tr>
              <th scope="row">Trung tâm đã nối nhóm</th>
              <td>{linkedCentres}</td>
            </tr>
          </tbody>
        </table>
        <h2>Nối nhóm Telegram của một trung tâm</h2>
        <p>
          Trên máy chủ, chạy <code>npm run link-group -- "tên tỉnh"</code> để lấy mã dùng một lần. Thêm bot vào nhóm của
          trung tâm rồi gửi trong nhóm: <code>/lienket MÃ</code>. Câu hỏi mới sẽ đến nhóm; trả lời (reply) tin của bot
          để gửi cho người hỏi, <code>/dong</code> để kết thúc.
        </p>
      </main>
    </Page>
  );
}
