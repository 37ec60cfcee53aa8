import type { Messages } from '../../words.ts';

/** Projects, the library and workspaces. */
export const projectReports: Messages = {
  '{0} would be number {1}; a video holds at most {2} photos and clips. Remove one first. The file is in your library.':
    '{0} sería el número {1}; en un vídeo caben {2} fotos y clips como máximo. Quita uno antes. El archivo está en tu biblioteca.',
  'Move the playhead further into the shot: each part lasts at least {0} s.':
    'Mueve el cursor de reproducción más hacia dentro de la toma: cada parte dura al menos {0} s.',
  'A video has at most {0} shots. Delete one first.': 'Un vídeo tiene {0} tomas como máximo. Elimina una antes.',
  'A brand has {0} to {1} colours, or none.': 'Una marca tiene de {0} a {1} colores, o ninguno.',
  '“{0}” is no colour: write it as #RRGGBB, such as #D4AF37.':
    '«{0}» no es un color: escríbelo como #RRGGBB, por ejemplo #D4AF37.',
  'This project says schema version {0}, which never existed.':
    'Este proyecto dice tener la versión de esquema {0}, que nunca existió.',
  'This project was saved by a newer version of the studio (schema {0}, this one reads up to {1}). Reload the page to update.':
    'Este proyecto se guardó con una versión más nueva del estudio (esquema {0}; esta lee hasta el {1}). Vuelve a cargar la página para actualizar.',
  'This project does not exist any more.': 'Este proyecto ya no existe.',
  '“{0}” was saved by a newer version of the studio meanwhile, so this page does not write over it. Reload this page: your edit is kept, and saved then.':
    '«{0}» se guardó mientras tanto con una versión más nueva del estudio, así que esta página no lo sobrescribe. Vuelve a cargar la página: tu cambio se conserva y se guarda entonces.',
  '“{0}” was changed elsewhere while an edit of it waited to be saved. Both are kept: the edit as “{1}”.':
    '«{0}» cambió en otro sitio mientras un cambio suyo esperaba a guardarse. Se conservan ambos: el cambio, como «{1}».',
  'The sample could not be loaded. Check the connection to this page and try again.':
    'No se pudo cargar el ejemplo. Comprueba la conexión con esta página e inténtalo de nuevo.',

  'This clip is no longer in the library. Add it again.': 'Este clip ya no está en la biblioteca. Añádelo de nuevo.',
  'This track is no longer in the library. Add it again.': 'Esta pista ya no está en la biblioteca. Añádela de nuevo.',
  'This file is no longer in the library. Add it again.': 'Este archivo ya no está en la biblioteca. Añádelo de nuevo.',
  'This file is no longer there.': 'Este archivo ya no está.',
  "The file of {0} is gone from this browser's storage. Delete it in the library and add it again.":
    'El archivo de {0} ya no está en el almacenamiento de este navegador. Elimínalo en la biblioteca y añádelo de nuevo.',
  "{0} is in your library, but its file is gone from this browser's storage. Delete it there and add it again.":
    '{0} está en tu biblioteca, pero su archivo ya no está en el almacenamiento de este navegador. Elimínalo ahí y añádelo de nuevo.',
  '{0} is used in “{1}”. Remove it there first, then delete it.':
    '{0} se usa en «{1}». Quítalo antes de ahí y luego elimínalo.',
  '{0} is used in “{1}”, which is in the trash. Delete that for good first, or bring it back and remove the file there.':
    '{0} se usa en «{1}», que está en la papelera. Elimínalo antes para siempre, o recupéralo y quita de ahí el archivo.',
  '{0} is in the brand kit of this workspace. Choose another logo or frame there first, then delete it.':
    '{0} está en el kit de marca de este espacio de trabajo. Elige antes ahí otro logo o marco y luego elimínalo.',
  'This is no longer in the trash: it was brought back, or deleted for good.':
    'Esto ya no está en la papelera: se recuperó o se eliminó para siempre.',
  '{0} (trash)': '{0} (papelera)',
  'A file may have {0} tags. Remove one before you add “{1}”.':
    'Un archivo puede tener {0} etiquetas. Quita una antes de añadir «{1}».',
  'A name needs at least one letter. Type one.': 'Un nombre necesita al menos una letra. Escribe una.',
  'A tag needs at least one letter. Type one.': 'Una etiqueta necesita al menos una letra. Escribe una.',
  'A folder name needs at least one letter. Type one.':
    'El nombre de una carpeta necesita al menos una letra. Escribe una.',
  'This name has {0} characters, {1} are the most. Shorten it.':
    'Este nombre tiene {0} caracteres y el máximo son {1}. Acórtalo.',
  'This tag has {0} characters, {1} are the most. Shorten it.':
    'Esta etiqueta tiene {0} caracteres y el máximo son {1}. Acórtala.',
  'This folder name has {0} characters, {1} are the most. Shorten it.':
    'Este nombre de carpeta tiene {0} caracteres y el máximo son {1}. Acórtalo.',
  'The library holds {0} folders at most. Delete one first.':
    'En la biblioteca caben {0} carpetas como máximo. Elimina una antes.',
  '“{0}” cannot be moved into itself, or into a folder that it holds. Choose another place.':
    '«{0}» no se puede mover dentro de sí misma ni de una carpeta que contiene. Elige otro sitio.',
  'This folder is no longer there. Choose another.': 'Esta carpeta ya no está. Elige otra.',
  'There is a folder “{0}” here already. Choose another name.': 'Aquí ya hay una carpeta «{0}». Elige otro nombre.',
  'Folders lie {0} deep at most, this would be {1}. Choose a place further out.':
    'Las carpetas llegan a {0} niveles como máximo, y este sería el {1}. Elige un sitio más afuera.',

  'A workspace needs a name: type one.': 'Un espacio de trabajo necesita un nombre: escribe uno.',
  "This name has {0} characters; a workspace's may have {1}. Make it shorter.":
    'Este nombre tiene {0} caracteres; el de un espacio de trabajo puede tener {1}. Acórtalo.',
  'Another workspace is called “{0}” already. Choose another name.':
    'Ya hay otro espacio de trabajo llamado «{0}». Elige otro nombre.',
  'This workspace does not exist any more: it was deleted.': 'Este espacio de trabajo ya no existe: se eliminó.',
  'This workspace is open in this tab. Open another one here, then delete this one.':
    'Este espacio de trabajo está abierto en esta pestaña. Abre otro aquí y luego elimina este.',
  '“{0}” is the only workspace, so it cannot be deleted. Make another one first.':
    '«{0}» es el único espacio de trabajo, así que no se puede eliminar. Crea otro antes.',
  'The workspace that was open in this tab was deleted in another one. “{0}” is open here now.':
    'El espacio de trabajo abierto en esta pestaña se eliminó en otra. Ahora aquí está abierto «{0}».',
  'Exporting “{0}” needs {1} of free disk, and there is not as much left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    'Exportar «{0}» necesita {1} libres en el disco, y al estudio no le queda tanto. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  'The work on “{0}” made no progress for {1} seconds, so it was given up. Close other programs, and try again.':
    'El trabajo con «{0}» no avanzó durante {1} segundos y se abandonó. Cierra otros programas e inténtalo de nuevo.',
  "“{0}” was left out: its file is gone from this browser's storage.":
    'Se omitió «{0}»: su archivo ya no está en el almacenamiento de este navegador.',
  '“{0}” is no workspace of this studio: it has no {1} that says so. To take in the media of an archive, add it in the library.':
    '«{0}» no es un espacio de trabajo de este estudio: le falta {1}, que lo diga. Para traer los archivos de un ZIP, añádelo en la biblioteca.',
  '“{0}” was exported by a newer version of the studio (format {1}, this one reads up to {2}). Reload the page to update, then import it again.':
    '«{0}» se exportó con una versión más nueva del estudio (formato {1}; esta lee hasta el {2}). Vuelve a cargar la página para actualizar e impórtalo de nuevo.',
  '“{0}” holds {1} MB of media and videos, and there is not as much room left for the studio. Delete videos or media that you no longer need on the Storage page, or free space on the disk.':
    '«{0}» contiene {1} MB de archivos y vídeos, y al estudio no le queda tanto espacio. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o libera espacio en el disco.',
  '“{0}” was not imported, and nothing of it is kept: {1}': '«{0}» no se importó y no se conserva nada suyo: {1}',
  'it holds “{0}” twice.': 'contiene «{0}» dos veces.',
  '“{0}” is packed, and media are stored as they are.': '«{0}» está comprimido, y los archivos se guardan tal cual.',
  '“{0}” belongs to no workspace.': '«{0}» no es de ningún espacio de trabajo.',
  '“{0}” is larger than any table is.': '«{0}» es más grande que cualquier tabla.',
  'its files lie over each other, as in an attack.': 'sus archivos se solapan, como en un ataque.',
  'its list of files names one twice.': 'su lista de archivos nombra uno dos veces.',
  '“{0}” is in its list and not in it.': '«{0}» está en su lista, pero no dentro.',
  '“{0}” has another size than listed.': '«{0}» tiene otro tamaño que en la lista.',
  '“{0}” is listed with another hash.': '«{0}» figura en la lista con otro hash.',
  '“{0}” is not in its list of files.': '«{0}» no está en su lista de archivos.',
  'the file of “{0}” is missing.': 'falta el archivo de «{0}».',
  'it has an export that is not finished.': 'tiene una exportación sin terminar.',
  'the video of “{0}” is missing.': 'falta el vídeo de «{0}».',
  'nothing in it uses “{0}”.': 'nada en él usa «{0}».',
  '“{0}” is damaged, or packed in a way that is not known here.':
    '«{0}» está dañado o comprimido de una forma que aquí no se conoce.',
  '“{0}” is damaged: its bytes are not those that were exported.':
    '«{0}» está dañado: sus bytes no son los que se exportaron.',
  '{0} is damaged: {1}': '{0} está dañado: {1}',
  '{0}, row {1}': '{0}, fila {1}',
  'it has a field named “{0}”, as an attack would': 'tiene un campo llamado «{0}», como en un ataque',
  'Untitled video': 'Vídeo sin título',
  'My studio': 'Mi estudio',
  'Sample video': 'Vídeo de muestra',
};
