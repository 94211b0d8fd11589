import type { Child } from 'hono/jsx';
import { Page } from './page.tsx';

export interface NoticePageProps {
  readonly heading: string;
  readonly children: Child;
}

/** A page for when there is nothing else to show: what happened, a way on, and whom to call. */
export function NoticePage({ heading, children }: NoticePageProps) {
  return (
    <Page title={`${heading} – Hỏi Quyền`}>
      <main id="noi-dung" class="notice">
        <h1>{heading}</h1>
        {children}
        <p>
          Việc gấp: gọi <a href="tel:113">113</a> (công an), <a href="tel:115">115</a> (cấp cứu),{' '}
          <a href="tel:111">111</a> (trẻ em).
        </p>
        <p>
          <a href="/">Về trang hỏi</a>
        </p>
      </main>
    </Page>
  );
}
