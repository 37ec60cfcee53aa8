import type { Messages } from '../words.ts';

export const mediaWords: Messages = {
  'Drop to add': 'Suelta para añadir',
  'Photos, clips and a song': 'Fotos, clips y una canción',
  'Music file': 'Archivo de música',
  'Frame picture': 'Imagen del marco',
  'Atmosphere clip': 'Clip de atmósfera',
  'Photo or clip in place of the selected one': 'Foto o clip en lugar del elemento seleccionado',
  Loading: 'Cargando',
  Reading: 'Leyendo',
  Storing: 'Almacenando',
  'Files that could not be used': 'Archivos que no se pudieron usar',
  'Music removed': 'Música quitada',
  'Replace music': 'Reemplazar música',
  'Remove music': 'Quitar música',
  'Alt with arrow keys moves a photo or clip, Delete removes it.':
    'Alt con las flechas mueve una foto o un clip, Supr lo quita.',
  'Add photos and clips': 'Añadir fotos y clips',
  'Clip {0} of {1}, {2}': 'Clip {0} de {1}, {2}',
  'Photo {0} of {1}, {2}': 'Foto {0} de {1}, {2}',
  'Place in {0}': 'Posición en {0}',
  'This browser cannot play {0}.': 'Este navegador no puede reproducir {0}.',
  file: 'archivo',
};
