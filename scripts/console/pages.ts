import type { Role } from '../../src/accounts/account.ts';

/** Things of a database that have pages of their own. */
export interface Shown {
  readonly ticket: string;
  readonly closedTicket: string;
  readonly account: string;
  readonly entry: string;
  readonly draft: string;
  readonly inReview: string;
  readonly published: string;
  readonly candidate: string;
  readonly question: string;
  readonly canned: string;
}

/** A page as somebody opens it. */
export interface Visit {
  /** The route, as the console knows it. */
  readonly route: string;
  readonly path: string;
  /** Undefined: nobody is signed in. */
  readonly as: Role | undefined;
}

/** Every page of the console by its route, with somebody who may see it; lists also as they are searched and turned over. */
export function visits(shown: Shown): readonly Visit[] {
  const of = (as: Role | undefined, pages: Readonly<Record<string, readonly string[]>>): readonly Visit[] =>
    Object.entries(pages).flatMap(([route, paths]) =>
      paths.map((path) => ({ route: `/console${route}`, path: `/console${path}`, as })),
    );
  return [
    ...of(undefined, {
      '/sign-in': ['/sign-in'],
      '/sign-in/code': ['/sign-in/code'],
      '/invitation': ['/invitation?token=khong-co'],
    }),
    ...of('staff', {
      '': [''],
      '/inbox': [
        '/inbox',
        '/inbox?list=mine',
        '/inbox?list=held',
        '/inbox?list=waiting',
        '/inbox?list=overdue',
        '/inbox?list=closed',
        '/inbox?list=closed&page=20',
      ],
      '/tickets/:code': [`/tickets/${shown.ticket}`, `/tickets/${shown.closedTicket}`],
      '/tickets/:code/talk': [`/tickets/${shown.ticket}/talk`],
      '/tickets/:code/candidate': [`/tickets/${shown.closedTicket}/candidate`],
      '/canned': ['/canned'],
      '/canned/new': ['/canned/new'],
      '/canned/:id': [`/canned/${shown.canned}`],
      '/profile': ['/profile'],
      '/profile/second-factor': ['/profile/second-factor'],
      '/work/:id': ['/work/khong-co'],
      '/work/:id/file': ['/work/khong-co/file'],
    }),
    ...of('curator', {
      '/questions': ['/questions', '/questions?page=2'],
      '/questions/:id': [`/questions/${shown.question}`],
      '/entries': [
        '/entries',
        '/entries?page=50',
        '/entries?words=n%E1%BB%A3+l%C6%B0%C6%A1ng',
        '/entries?state=edited',
        '/entries?kind=guide&topic=tre-em',
      ],
      '/entries/:id{(?:qa|guide|article)/.+}': [`/entries/${shown.entry}`],
      '/entries/files': ['/entries/files'],
      '/drafts': ['/drafts', '/drafts?of=all'],
      '/drafts/new': ['/drafts/new'],
      '/drafts/:id': [`/drafts/${shown.draft}`, `/drafts/${shown.draft}?tab=file`],
      '/drafts/:id/check': [`/drafts/${shown.draft}/check`],
      '/revisions/:id': [`/revisions/${shown.published}`, `/revisions/${shown.inReview}`],
      '/candidates': ['/candidates'],
      '/law': ['/law'],
      '/law/asked': ['/law/asked'],
      '/law/of/:code': ['/law/of/luat-khong-co'],
      '/law/of/:code/:article': ['/law/of/luat-khong-co/1'],
      '/law/tasks': ['/law/tasks'],
      '/law/tasks/:id': ['/law/tasks/viec-khong-co'],
      '/law/upload': ['/law/upload'],
      '/law/uploads/:id': ['/law/uploads/tep-khong-co'],
      '/candidates/:id': [`/candidates/${shown.candidate}`],
    }),
    ...of('reviewer', {
      '/reviews': ['/reviews'],
      '/reviews/:id': [`/reviews/${shown.inReview}`],
      '/due': ['/due', '/due?list=laws', '/due?list=unhelpful', '/due?list=release', '/due?list=contacts'],
      '/due/release': ['/due/release?entry=qa/khong/co'],
    }),
    ...of('admin', {
      '/dashboard': ['/dashboard', '/dashboard?quick=this-year'],
      '/dashboard/table/:file': ['/dashboard/table/cau-hoi-theo-ngay', '/dashboard/table/cau-hoi-theo-ngay.csv'],
      '/report': ['/report'],
      '/clock': ['/clock'],
      '/accounts': ['/accounts', '/accounts?role=staff&province=33'],
      '/accounts/invite': ['/accounts/invite'],
      '/accounts/:id': [`/accounts/${shown.account}`],
      '/centres': ['/centres'],
      '/centres/:province': ['/centres/33'],
      '/settings': ['/settings'],
      '/settings/switches': ['/settings/switches'],
      '/settings/hours': ['/settings/hours'],
      '/settings/targets': ['/settings/targets'],
      '/settings/hotlines': ['/settings/hotlines'],
      '/settings/hotlines/:id': ['/settings/hotlines/ngoi-nha-binh-yen'],
      '/settings/texts': ['/settings/texts'],
      '/settings/texts/:key': ['/settings/texts/closed'],
      '/settings/groups': ['/settings/groups'],
      '/audit': ['/audit', '/audit?action=ticket&province=33', '/audit?object=ticket'],
      '/audit/file': ['/audit/file?action=ticket&from=2999-01-01'],
    }),
  ];
}
