import type { Messages } from '../words.ts';

export const projectsWords: Messages = {
  'Deleted “{0}”': 'Eliminado: “{0}”',
  Empty: 'Vacío',
  '{0} shots': '{0} tomas',
  'Video: {0}': 'Vídeo: {0}',
  'Name of this video': 'Nombre de este vídeo',
  'The project could not be saved.': 'No se pudo guardar el proyecto.',
  'Not saved, try again': 'Sin guardar, reintentar',
  Saved: 'Guardado',
  'Problems with stored files': 'Problemas con archivos almacenados',
  'Save again': 'Volver a guardar',
  'Dismiss: {0}': 'Descartar: {0}',
  '1 shot': '1 toma',
};
