// Given names often met in German, but for those that are words as well: Ernst, Rose, August, Mark, Wolf.
// A note capitalises every noun, so that only a name that is known can be told from one.

const NAMES = `Achim Adrian Agnes Agnieszka Ahmet Aksel Alex Alexander Alexandra Ali Alina Amelie Amina Andrea Andreas
Andrzej Angela Angelika Anja Anke Anna Anne Annemarie Annette Annika Antje Anton Antonia Antonio Armin Arne Astrid Axel
Aylin Barbara Beate Ben Benedikt Benjamin Bernd Bernhard Bettina Birgit Björn Brigitte Britta Burkhard Camilla Carina
Carla Carlos Carmen Carola Caroline Carsten Cäcilia Charlotte Chiara Christa Christian Christiane Christina Christine
Christof Christoph Clara Claudia Claus Clemens Constanze Corinna Cornelia Dagmar Daniel Daniela Dariusz David Dennis
Detlef Diana Dieter Dietmar Dirk Dominik Doris Dorothea Eberhard Edith Ekaterina Elena Elias Elif Elisa Elisabeth Elke
Ella Ellen Emil Emilia Emily Emma Emre Enrico Erich Erik Erwin Esther Eva Ewa Fabian Fatima Fatma Felix Ferdinand Finn
Florian Franz Franziska Frauke Frida Frieda Friederike Friedrich Fritz Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd
Gerda Gerhard Gisela Giulia Giuseppe Greta Gudrun Guido Gustav Günter Günther Halina Hanna Hannah Hannes Hans Harald
Hartmut Heike Heiko Heinrich Heinz Helena Helene Helga Helmut Henning Henri Henrik Henry Herbert Hermann Hildegard
Holger Horst Hubert Ida Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo Ingrid Irene Irina Irmgard Isabel Isabella Ivan
Jakob Jan Jana Jannik Janek Janina Jannis Jens Jessica Joachim Jochen Johann Johanna Johannes Jonas Jonathan Jörg Josef
Josephine Judith Julia Julian Juliane Julius Jutta Jürgen Kamil Karin Karina Karl Karla Karoline Karsten Katarzyna Katja
Katharina Kathrin Katrin Kemal Kerstin Kevin Kirsten Klara Klaus Konrad Konstantin Kristin Kristina Krzysztof Kurt Lara
Lars Laura Lea Leah Lena Leni Leon Leonard Leonie Leyla Liam Lilli Lina Linus Lisa Liv Lotta Lotte Louis Louisa Luca
Lucas Lucia Ludwig Luis Luisa Lukas Lutz Lydia Magdalena Maja Malte Mandy Manfred Manuel Manuela Marc Marcel Marco Marcus
Maren Margarete Margit Margot Maria Marianne Marie Marina Mario Marion Markus Marlene Marta Martin Martina Mathilda
Matilda Matteo Matthias Max Maximilian Maya Meike Mehmet Melanie Merle Mia Michael Michaela Michelle Mila Milan Miriam
Mohammed Monika Moritz Murat Mustafa Nadine Nadja Natalie Natascha Nele Nicole Nico Niklas Nikolaus Nils Nina Noah Nora
Norbert Olaf Oleg Olga Oliver Oskar Otto Patricia Patrick Paul Paula Pauline Peter Petra Philipp Pia Piotr Rafael Rainer
Ralf Ramona Raphael Rebecca Regina Reinhard Renate René Ricarda Richard Rita Robert Roland Rolf Ronja Rosemarie Ruben
Rudolf Rüdiger Ruth Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian Selma Sergej Siegfried Sigrid Silke Silvia
Simon Simone Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Susanne Svenja Sven Swetlana Sylvia
Tamara Tanja Tatjana Theo Theresa Theresia Thomas Thorsten Till Tim Timo Tina Tobias Tom Torben Torsten Udo Ulrich Ulrike
Ursula Ute Uwe Valentina Vanessa Vera Verena Viktor Viktoria Vincent Vivien Volker Waltraud Werner Wiebke Wilhelm Willi
Wladimir Wolfgang Yannick Yasmin Yusuf Yvonne Zeynep`;

/** All of them. */
export const givenNames: ReadonlySet<string> = new Set(NAMES.split(/\s+/));
