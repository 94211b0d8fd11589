import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.ts';
import { placeIn } from '../../src/referral/place.ts';
import { readKnowledge } from '../../src/store/knowledge-files.ts';
import { fc } from '../support/property.ts';

const { provinces } = readKnowledge('knowledge');
const found = (text: string): readonly string[] => {
  const place = placeIn(text, provinces);
  switch (place.kind) {
    case 'found':
      return [place.province.shortName];
    case 'several':
      return place.provinces.map(({ shortName }) => shortName).sort();
    case 'unknown':
      return [];
  }
};

describe('placeIn', () => {
  it.each([
    ['Thái Bình', 'Hưng Yên'],
    ['thai binh', 'Hưng Yên'],
    ['THÁI BÌNH', 'Hưng Yên'],
    ['Thái Bình'.normalize('NFD'), 'Hưng Yên'],
    ['sg', 'TP. Hồ Chí Minh'],
    ['SG', 'TP. Hồ Chí Minh'],
    ['em ở Sài Gòn ạ', 'TP. Hồ Chí Minh'],
    ['dạ tphcm', 'TP. Hồ Chí Minh'],
    ['Tp.HCM', 'TP. Hồ Chí Minh'],
    ['tỉnh bà rịa vũng tàu', 'TP. Hồ Chí Minh'],
    ['Bà Rịa - Vũng Tàu', 'TP. Hồ Chí Minh'],
    ['Bình Dương', 'TP. Hồ Chí Minh'],
    ['binh duong', 'TP. Hồ Chí Minh'],
    ['Hà Nam', 'Ninh Bình'],
    ['ha nam', 'Ninh Bình'],
    ['Quảng Nam', 'Đà Nẵng'],
    ['quang nam', 'Đà Nẵng'],
    ['huyện Thăng Bình, tỉnh Quảng Nam', 'Đà Nẵng'],
    ['Hà Nội', 'Hà Nội'],
    ['ha noi', 'Hà Nội'],
    ['em quê ở hà tĩnh', 'Hà Tĩnh'],
    ['mạ tui ở Huế', 'Huế'],
    ['Thừa Thiên Huế', 'Huế'],
    ['Đắc Lắc', 'Đắk Lắk'],
    ['buôn ma thuột', 'Đắk Lắk'],
    ['Hòa Bình', 'Phú Thọ'],
    ['Hoà Bình', 'Phú Thọ'],
    ['hoa binh', 'Phú Thọ'],
    ['Thanh Hoá', 'Thanh Hóa'],
    ['Đồng Nai', 'Đồng Nai'],
    ['tỉnh đồng nai ạ', 'Đồng Nai'],
    ['Bắc Cạn', 'Thái Nguyên'],
    ['cần thơ.', 'Cần Thơ'],
  ])('%s → %s', (typed, province) => {
    expect(found(typed)).toEqual([province]);
  });

  it('asks back where a short form may be several provinces', () => {
    // Bình Dương and Bình Định; the second is written with đ by those who have it
    expect(found('BD')).toEqual(['Gia Lai', 'TP. Hồ Chí Minh']);
    expect(found('bd')).toEqual(['Gia Lai', 'TP. Hồ Chí Minh']);
    expect(found('BĐ')).toEqual(['Gia Lai']);
  });

  it('asks back where two provinces are named', () => {
    expect(found('quê Nghệ An, đang làm ở Bình Dương')).toEqual(['Nghệ An', 'TP. Hồ Chí Minh']);
  });

  it('does not ask back where both names belong to one province today', () => {
    expect(found('Long An, nay là Tây Ninh')).toEqual(['Tây Ninh']);
  });

  it.each(['', '   ', '???', 'em không biết', 'ở quê', 'nước ngoài', '123', 'Bình', 'tỉnh', '👍', 'constructor'])(
    'says that it does not know: %j',
    (typed) => {
      expect(placeIn(typed, provinces)).toEqual({ kind: 'unknown' });
    },
  );

  it('does not take a name for another that stands inside it', () => {
    const [one, two] = provinces;
    const made = [
      { ...one!, shortName: 'Ninh', formerNames: ['Ninh'], aliases: [] },
      { ...two!, shortName: 'Bắc Ninh', formerNames: ['Bắc Ninh'], aliases: [] },
    ];
    expect(placeIn('em ở bắc ninh', made)).toEqual({ kind: 'found', province: made[1] });
    expect(placeIn('em ở ninh', made)).toEqual({ kind: 'found', province: made[0] });
  });

  it('finds a short form only when it is the whole message', () => {
    expect(found('tôi bị TB từ chối đơn')).toEqual([]);
  });

  const names = provinces.flatMap((province) =>
    [province.shortName, province.name, ...province.formerNames, ...province.aliases].map((name) => ({
      name,
      now: province.shortName,
    })),
  );
  it.each(names)('$name, with and without marks, in capitals and in a sentence, is in $now', ({ name, now }) => {
    for (const typed of [name, fold(name), name.toUpperCase(), name.normalize('NFD'), `dạ em ở ${name} ạ`]) {
      expect([typed, found(typed)]).toEqual([typed, [now]]);
    }
  });

  it.each(provinces.flatMap(({ weakAliases, shortName }) => weakAliases.map((alias) => ({ alias, shortName }))))(
    'the short form $alias leads to $shortName, alone or among others',
    ({ alias, shortName }) => {
      expect(found(alias)).toContain(shortName);
      expect(found(alias.toLowerCase())).toContain(shortName);
    },
  );

  it('names sixty-three former provinces, each in one of today', () => {
    const former = provinces.flatMap(({ formerNames }) => formerNames);
    expect(former).toHaveLength(63);
    expect(new Set(former.map(fold)).size).toBe(63);
  });

  it('never throws and never invents a province', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const known = provinces.map(({ shortName }) => shortName);
        expect(found(typed).every((name) => known.includes(name))).toBe(true);
      }),
    );
  });
});
