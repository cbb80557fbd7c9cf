export type { KnowledgeBase } from './kb/model.ts'
