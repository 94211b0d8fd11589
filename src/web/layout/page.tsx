import type { Child } from 'hono/jsx';

export interface PageProps {
  readonly title: string;
  readonly children?: Child;
  /** Scripts of ours, by path. Pages work without them. */
  readonly scripts?: readonly string[];
}

/** Every page: language, viewport, style, and a way past the header for keyboards and screen readers. */
export function Page({ title, children, scripts = [] }: PageProps) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="htmx-config" content='{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true}' />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/app.css" />
        {scripts.map((path) => (
          <script src={path} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Tới phần chính
        </a>
        {children}
      </body>
    </html>
  );
}
