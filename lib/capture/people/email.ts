/** An email address: said here, because forms ask it on the server and the grid of people in the browser as well. */
export const EMAIL = /^[\w'+-]+(?:\.[\w'+-]+)*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i;
