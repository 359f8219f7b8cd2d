// Names from elsewhere in the world, drawn in every language: given names of one people, then family names of it.

/** Each line keeps to one people, so that no name is put together from two. */
export const fromElsewhere: readonly string[] = [
	'Anders Astrid Elin Jens Lars Maren Nils Signe|Berg Dahl Falk Haugen Holm Jensen Lund Moen Nyberg Olsen Strand',
	'Ewa Irena Jakub Jana Lenka Marek Olga Pavel|Dvořák Horak Ivanov Kowalska Mazur Nowak Petrov Sikora Sokolov Wilk',
	'Anke Dieter Elke Heike Jochen Jutta Silke Uwe|Baumert Beckmann Engel Fuchs Gruber Hubrich Kern Krüger Maier Schäfer',
	'Bruno Carlo Chiara Dario Elena Enzo Marta Paola|Amato Caruso Contarini Costa Galli Greco Leone Marino Moretti Ricci',
	'Alma Camila Diego Héctor Ignacio Lucía Rafael Tomás|Campos Cruz Delgado Flores Herrera Medina Ortiz Peña Ramos Vega',
	'Anil Anjali Arjun Deepa Irfan Kavita Nadia Rohan|Ahmed Das Gupta Iyer Joshi Kapadia Khan Malik Patel Rao Singh',
	'Bai Fang Hong Jing Lan Linh Minh Wei|Cao Chan Dang Ho Huang Jiang Liang Nguyen Tran Wong Zhou',
	'Aiko Akira Emi Haruto Kenji Min-ji Naoko Yuna|Abe Cho Endo Hayashi Inoue Kang Kimura Mori Park Sato Yoon',
	'Adaeze Chidi Fatou Kwame Mariam Musa Ngozi Thabo|Addo Bello Cissé Diallo Eze Kamau Keita Mensah Okeke Traoré',
	'Aylin Dalia Emre Hana Karim Laila Omar Rania|Abbas Aydin Aziz Celik Darwish Haddad Kaya Khoury Mansour Saleh'
];
