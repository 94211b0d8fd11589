/** Ids by which the parts of a ticket's page find each other. */

/** The answer form; buttons elsewhere on the page send it too. */
export const ANSWER_FORM = 'tra-loi';
/** The field in it. */
export const WORDS_FIELD = 'words';
/** Around the field. */
export const WORDS_PLACE = 'o-tra-loi';
export const PREVIEW_PLACE = 'xem-truoc';
export const FOUND_PLACE = 'dieu-luat';
export const PRESENCE_PLACE = 'ai-dang-xem';
