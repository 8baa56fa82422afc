package io.duban.lead;

/** 疑似重复: a lead that an untriaged one may repeat, and how alike they are (0 to 1). */
record DuplicateProposal(Lead lead, double score, boolean sameUnit, boolean sameCategory, double text) {}
