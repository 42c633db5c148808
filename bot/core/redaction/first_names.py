"""First names of people in the Kreis, in the spellings in which they are typed.

A list of its own, not a package's: those that PyPI has hold every name there is, and with them words of
every day (Will, Mark, Can, Nur, Juli, Надежда). Here stand the frequent names of the last seventy years
among people with German, Turkish, Kurdish, Arabic, Persian, Ukrainian, Russian, Polish, Romanian, Bulgarian,
Balkan, African, Dutch and English names. One that is a word too, in any language that people write to the
bot, stands under ``ALSO_WORDS`` and counts only where a cue says that a name follows.
"""

from __future__ import annotations

from bot.core.redaction.common_words import word_set

_GERMAN = """
Abraham Achim Adelheid Adrian Änne Agathe Albert Alex Alexander Alexandra Alfons Alfred Alice Alina Alois
Amanda Amelie Andi Andrea Andreas Anette Angela Angelika Angelo Anika Anita Anja Anke Anna Annabell Annabelle
Annalena Annegret Anneliese Annemarie Annett Annette Annika Antje Anton Antonia Antonius Ariane Arne Arno
Arnold Astrid Aurelia Axel Barbara Basti Bastian Beate Benedikt Benjamin Bennet Benno Bernadette Bernadine
Bernardo Bernd Bernhard Bert Berta Berthold Bettina Betty Bianca Birgit Birte Björn Bodo Brigitte Britta
Bruno Burkhard Carina Carl Carla Carlo Carmen Caro Carola Carolin Caroline Carsten Catharina Celina Ceren
Charlotte Chiara Christa Christel Christian Christiane Christin Christina Christine Christof Christoph
Christopher Cindy Clara Claudia Claus Clemens Conny Conrad Constanze Cora Cordula Corinna Cornelia Dagmar
Daniel Daniela Danilo Dario Darius David Denise Dennis Denny Detlef Diana Dieter Diether Dietmar Dietrich
Dirk Dörte Dörthe Dominic Dominik Dominique Doris Dorothea Dorothee Duygu Eberhard Eckhard Edeltraud Edgar
Edith Eduard Egon Elena Eleonore Elfriede Elias Elisa Elisabeth Elke Ella Ellen Elmar Elsbeth Elvira Emanuel
Emil Emilia Emily Emma Emmanuel Erich Erik Erika Erna Erwin Esther Eugen Eva Evelyn Ewald Fabian Fabienne
Faruk Felix Fenja Ferdinand Filip Finn Fiona Florian Frank Franka Franz Franziska Frauke Frederik Frida
Frieda Friederike Friedhelm Friedrich Fritz Gabi Gabriel Gabriela Gabriele Gaby Georg Gerald Gerd Gerda
Gereon Gerhard Gerlinde Gernot Gerrit Gertrud Gertrude Gesa Gisela Gottfried Greta Grete Gudrun Günter
Günther Guido Gustav Hanna Hannah Hanne Hannelore Hannes Hanni Hanno Hans Harald Hartmut Hedi Hedwig Heidi
Heike Heiko Heiner Heinke Heinrich Heinz Helena Helene Helga Helge Helmut Hendrik Henning Henri Henriette
Henrik Henry Herbert Hermann Hermine Hilde Hildegard Hiltrud Holger Horst Hubert Hubertus Hugo Ilka Ilona
Ilse Ina Ines Inga Inge Ingeborg Ingo Ingrid Irene Iris Irma Irmgard Irmtraud Isabel Isabell Isabella
Isabelle Jacob Jacqueline Jakob Jana Janina Janine Janna Jannik Jannis Jaqueline Jasmin Jasper Jeanette
Jennifer Jens Jeremy Jessica Jette Jill Joachim Jochem Jochen Jörg Jörn Johann Johanna Johannes Jolina Jona
Jonas Jonathan Josef Josefine Joseph Judith Jürgen Jule Julia Julian Juliana Juliane Julius Jupp Juri Justin
Justus Jutta Käthe Kai Kalle Karin Karina Karl Karla Karlheinz Karola Karolin Karoline Karsten Katharina
Kathi Kathrin Katja Katrin Kerstin Kevin Kilian Kirsten Klara Klaus Klemens Konrad Konstantin Koray Korinna
Kornelia Krista Kristin Kristina Kyra Lana Lara Larissa Lars Laura Laurenz Lea Leander Leandra Leif Lena Leni
Lennard Lennart Leon Leonard Leonhard Leonie Leopold Levin Lieselotte Lilian Liliana Lily Lina Linda Linus
Lisa Liselotte Lorena Lorenz Lothar Lotta Lotte Louis Louisa Louise Luca Lucas Lucia Lucie Ludger Ludgera
Ludwig Luis Luisa Luise Luka Lukas Luke Lutz Lydia Maik Maike Malena Malin Malte Mandy Manfred Manni Manuel
Manuela Marcel Marco Marcus Mareike Maren Margareta Margarete Margit Margot Margret Maria Marianne Marie
Marieke Mariele Marina Mario Marion Marita Marius Marko Markus Marla Marlene Marlies Marlis Marta Martha
Martin Martina Marvin Mathias Mathilde Matthias Matze Maurice Maximilian Maximiliane Mechthild Mechtild Meike
Melanie Melisa Melissa Merle Micha Michael Michaela Michel Michelle Mika Mike Milo Miriam Mirko Mona Moni
Monika Monique Moritz Nadin Nadine Nadja Nancy Naomi Natalie Natascha Nathalie Nelly Nico Nicolas Nicole Nika
Niklas Niko Nils Nina Nino Noemi Nora Norah Norbert Norman Olaf Ole Oliver Olivia Olli Oscar Oskar Ottilie
Pascal Patricia Patrick Patrik Paul Paula Pauline Peggy Pervin Peter Petra Philip Philipp Phillip Quentin
Rafael Raimund Rainer Ralf Ralph Ramona Raphael Rebecca Rebekka Regina Regine Reiner Reinhard Reinhardt
Reinhild Reinhold Renate Rene Renée Resi Ricarda Richard Ricky Rike Rita Robby Robert Robin Roland Rolf Romy
Ronja Ronny Rosalie Rosemarie Rosi Roswitha Ruben Rudi Rudolf Rüdiger Ruth Sabine Sabrina Sandra Sandro Sandy
Sara Sarah Sascha Saskia Sebastian Selina Sepp Severin Siegfried Sieglinde Siegmund Sigrid Silke Silvia
Silvio Simon Simone Sina Sofie Sonia Sonja Sophia Sophie Stefan Stefanie Steffen Steffi Stella Stephan
Stephanie Susann Susanne Susi Sven Svenja Sylvia Tabea Tamara Tanja Tatjana Thea Thekla Theo Theodor Theodora
Theresa Therese Theresia Thies Thomas Thorben Thorsten Timm Timo Tina Tine Tobi Tobias Toni Torben Torsten
Traudl Traute Tristan Udo Ulf Uli Ulla Ulrich Ulrike Ursula Uschi Uta Ute Uwe Valentin Valerie Vanessa Verena
Veronika Victoria Viktoria Vincent Violetta Vivian Vivien Volker Volkmar Walburga Waldemar Waltraud Wencke
Wendelin Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Willibald Wilma Wolfgang Wolfram Xaver Yannick
Yannik Yasmina Yvonne
"""
_TURKISH_AND_KURDISH = """
Abdulkadir Abdurrahman Adem Adnan Ahmed Ahmet Akın Alihan Alperen Arda Asel Asiye Aslıhan Asuman Ayhan Aykut
Ayla Aynur Ayşe Ayşegül Aysel Ayşen Ayşenur Aysu Ayten Azize Baran Batuhan Behiye Bekir Belgin Belma Beren
Berfin Berivan Berk Berkan Berkay Beyza Bilal Binnur Birol Büşra Buğra Burak Burcu Burhan Cafer Çağla Çağlar
Canan Cansu Celal Cemal Cemil Cemile Cengiz Cevat Ceyda Ceylan Ceylin Çiğdem Cihan Cihat Davut Defne Delal
Dicle Dilan Dilara Doğukan Ebru Ecrin Eda Ekrem Elanur Elif Emel Emine Emirhan Emrah Emre Enes Engin Ercan
Erdal Erdem Erdinç Erdoğan Erhan Erkan Erol Ersin Ersoy Ertuğrul Esma Esra Eymen Eyüp Fadime Fahri Fatih
Fatma Fatmanur Ferhat Feride Ferit Feyza Fikret Filiz Fırat Furkan Gamze Gökhan Göksel Göktuğ Gülay Gülcan
Güler Gülistan Gülizar Gülnur Gülşen Gülsüm Gülten Gürkan Hacer Hakan Halil Halime Haluk Hamza Handan Hande
Hanife Hasan Hatice Havva Hülya Hüseyin Hüseyn Hüsniye Hüsnü Ibrahim Idris Ilayda Ilhan Ilkay Ilknur Irem
Irfan Ismail Ismet Kaan Kadir Kadriye Kazım Kemal Kenan Kerem Kerim Kübra Levent Leyla Mahir Mahmut Mahsun
Makbule Mehmed Mehmet Mehtap Melih Melike Meltem Menekşe Meral Merve Meryem Mesut Mevlüt Mikail Miray Mücahit
Müge Münevver Müslüm Muhammed Muhammet Muharrem Murat Musa Mustafa Naciye Nazan Nazım Nazlı Necati Necla
Nermin Neslihan Nesrin Nevin Nihal Nihat Nilgün Nilüfer Nuray Nurcan Nurgül Nurhan Nuri Nuriye Nursel Nurten
Ömer Özcan Özden Özer Özge Özkan Özlem Oğuz Oğuzhan Okan Oktay Orhan Osman Perihan Pınar Rabia Rahime Recep
Resul Reyhan Rıdvan Rıza Rojda Rojhat Rojin Rukiye Sabahattin Şaban Sabri Sakine Salih Saliha Şaziye Şebnem
Seda Sedat Sefa Şehriban Selahattin Selami Selçuk Selim Selin Selma Semih Semra Şenay Şengül Şenol Serap
Serdal Serdar Serhan Serhat Şerife Serkan Serpil Sevgül Sevim Sevinç Şevket Seyfettin Şeyma Sezen Sezer Sibel
Sinan Sinem Songül Suat Şükran Şükrü Süleyman Taha Taner Tarkan Tayfun Tolga Tuba Tülay Tülin Türkan Tuğba
Tuğçe Tuğrul Tuncay Turgut Ümmühan Ümran Vedat Veysel Volkan Yahya Yakup Yasemin Yavuz Yeliz Yiğit Yücel
Yunus Yusuf Zehra Zekiye Zeliha Zerrin Zeynep Zilan Zübeyde Züleyha Zümra
"""
_ARABIC_PERSIAN_AND_AFRICAN = """
Abbas Abdalla Abdallah Abdel Abdelaziz Abdelkarim Abdelrahman Abdi Abdirahman Abdou Abdul Abdulaziz
Abdulhamid Abdulkarim Abdulla Abdullah Abdulrahman Abeba Abebe Abiodun Adaeze Adanna Adebayo Afewerki Afsaneh
Ahmad Aicha Aischa Aisha Akosua Alaa Ali Alia Alireza Aliya Amadou Amena Amina Aminata Amir Amira Amjad Ammar
Anas Anwar Arash Aref Arezu Arian Asma Asmaa Asmerom Assad Awet Ayaan Ayman Aymen Ayodele Ayoub Azadeh Aziz
Aziza Bashar Bashir Bassam Behnam Behrouz Biniam Binta Boubacar Bushra Chidi Chinedu Chioma Chukwuma Dalal
Dania Dawit Dina Djamila Elham Elsa Eman Emeka Esmail Esmatullah Eyob Fadel Faduma Fadumo Fahad Faisal Farah
Farhad Farhiya Fariba Farid Farida Farzad Fatema Fateme Fatemeh Fatima Fatime Fatou Fatoumata Fawad Fawzi
Fereshteh Filmon Firas Freweini Ghada Ghassan Ghazal Godwin Habib Habtom Hafsa Haidar Haitham Hamed Hamid
Hamida Hamidullah Hanaa Hanan Haroun Hasna Hassan Hatem Hazem Heba Hiba Hicham Hisham Hiwot Hodan Hossein
Houda Huda Hussain Hussein Idriss Ifeoma Ifrah Ihab Ikram Ilham Imad Imane Imran Ismael Issa Jafar Jalal
Jamila Jawad Judi Jumana Kamal Kareem Kelechi Khadija Khaled Khalid Khalil Kidane Kinan Kofi Kwame Laila
Lamia Lamin Latifa Layan Layla Leila Loubna Lubna Luwam Mahad Mahdi Maher Mahmoud Mahmud Mahnaz Mahsa Maisa
Majd Majid Malak Malik Malika Mamadou Manal Maram Mariam Mariama Marwa Marwan Maryam Masoud Mayar Maysa
Mehari Mehdi Mehran Merhawi Mina Mohamad Mohamed Mohammad Mohammed Mohamud Mohsen Mojgan Mostafa Mounir
Muhammad Mulugeta Muna Munir Mustapha Nabil Nadia Nadim Naima Najib Najibullah Nargis Nasrin Nasser Nasteho
Natnael Navid Nawal Negar Nesrine Ngozi Nidal Nima Nisreen Nizar Noor Noora Nour Noura Obada Obinna Olumide
Oluwaseun Omar Omid Osama Osas Othman Ousmane Parisa Parwin Qasim Qusai Rachid Raghad Rahaf Rahmatullah Rahwa
Rami Ramin Rania Rasha Rashid Rawan Reem Reza Riad Rima Rimas Robel Roya Sadaf Sadia Sadiq Saeed Safaa Sahar
Sahra Saida Saif Sajjad Salah Salem Salim Salima Salma Salman Samer Samia Samir Samira Samrawit Samuel Sawsan
Selamawit Semhar Senait Sepideh Setareh Seyed Shabnam Shadi Shahram Shaima Shirin Sidra Siham Simret Sofian
Sohrab Soraya Souad Soufian Suha Suhail Tahir Taim Tala Tarek Tariq Tasnim Tekle Tesfay Tesfaye Tsegay Wael
Wafa Waleed Walid Wesam Winta Wissam Yahia Yaman Yamen Yasir Yasmin Yassin Yassine Yohannes Yonas Younes
Younis Yousef Youssef Yusra Zabihullah Zahra Zaid Zainab Zakaria Zamzam Zeinab Zerihun Ziad Zohra Zubair
إبراهيم أحمد إدريس أسامة إسراء أسماء إسماعيل أنس إياد أيمن أيهم براء بشار بلال تسنيم جاسم جعفر حازم حسين حمزة
حمید خالد خديجة رائد رامي رانيا رشيد رغد رنا روان ريم زكريا زهرا زياد زينب سارة سامر سفيان سلمى سليمان سميرة
سهى سوسن شيماء صفاء ضحى طارق طاهر عائشة عبدالرحمن عبدالقادر عبدالله عثمان عدنان علیرضا عماد غادة غسان فارس
فاطمة فراس فيصل قصي كاظم لجين لمى ليث ماجد مازن ماهر محمد محمود مروان مريم مصطفى معاذ منال مهدی نادية نبيل
نرجس نسرين نورا هبة هنادي هيثم وليد ياسمين ياسين يحيى يزن يسرى يوسف پریسا
"""
_SLAVIC_AND_BALKAN = """
Adela Adelina Afrim Agata Agim Agnieszka Aida Albana Albulena Aleksandar Aleksander Aleksandr Aleksandra
Alena Alexandru Alexei Alexej Alicja Aljona Alla Alona Amela Amra Anastasia Anastasiia Anastasija Anatolii
Anatolij Anatoliy Andreea Andrei Andrej Andrii Andriy Andrzej Aneta Angelina Aniela Antoni Anya Arben Arbnor
Arbnora Ardian Ardita Arijana Arina Arjeta Arkadiusz Artem Arthur Artur Asen Aurel Azra Barbora Bartek
Bartosz Basia Beata Bekim Biljana Blagoj Blanka Błażej Blerim Bogdan Bogusław Bohdan Bojan Boris Borys Boyko
Bożena Branko Bujar Burim Camelia Cătălin Cătălina Cezary Constantin Corina Cosmin Costel Cristian Cristina
Czesław Dagmara Daiana Damian Damir Danijel Danuta Danylo Daria Dariia Darija Dariusz Darja Darko Darya
Daryna Dawid Dejan Denis Denys Dimitar Dimitri Dino Dmitri Dmitrij Dmytro Dominika Dorota Doru Dragan Dragana
Dritan Driton Dumitru Dušan Dušanka Edina Edyta Egor Egzon Ekaterina Elisabeta Elvis Elżbieta Emilian Emina
Enver Eryk Eugenia Evgenia Evgeniia Evgeny Ewa Ewelina Fatmir Fatos Fedor Fisnik Flamur Florin Franciszek
Galina Gazmend Genadi Gentiana George Georgi Gheorghe Goran Gordana Gosia Grażyna Gregor Grzegorz Halid
Halina Halyna Haris Hennadii Henryk Hlib Hristo Ignacy Igor Ihor Ilija Ilir Illia Ilya Ioan Ioana Ionel
Ionela Ionut Irina Iryna Iulia Iulian Ivan Ivana Ivanka Ivaylo Iwona Izabela Jacek Jadranka Jadwiga Jakub
Jaroslaw Jasmina Jasna Jelena Jerzy Joanna Jolanta Josip Josipa Jovan Józef Julija Julita Jurij Justyna
Kacper Kamil Kamila Karol Karolina Kasia Katarzyna Katerina Kateryna Kazimierz Kinga Kiril Kirill Klaudia
Kostiantyn Krasimir Kristijan Krysia Krystian Krystyna Krzysztof Ksenia Kseniia Kushtrim Labinot Larisa
Larysa Laurențiu Lejla Lesia Leszek Lidia Lidija Liridon Liridona Liudmyla Liviu Ljiljana Ljubica Ljudmila
Loredana Lucian Lucyna Ludmila Łukasz Lulzim Lyubov Maciej Mădălin Mădălina Magda Magdalena Maksim Maksym
Małgorzata Marcelina Marcin Marek Margarita Marian Mariana Marianna Mariia Marija Marijan Marijana Marin
Mariusz Mariya Marzena Mateusz Matvii Mersiha Michał Mieczysław Mihaela Mihai Mihail Mikhail Milena Milica
Miloš Miłosz Mirela Mirjana Miroslav Mirosław Mirosława Mirsad Mitko Mladen Mykhailo Mykola Mykyta Myroslava
Nadezhda Nadiia Natalia Nataliia Natalija Natalja Nataša Nazar Nazarii Nedžad Nenad Nermina Nicolae Nicoleta
Nikita Nikodem Nikola Nikolai Nikolaj Nikolay Oana Ognyan Oksana Oleg Oleh Oleksandr Oleksandra Oleksii
Oleksiy Olena Olesia Olga Olha Ostap Ovidiu Patrycja Patryk Pavel Pavlo Paweł Petar Petro Petronela Petya
Piotr Plamen Polina Predrag Przemysław Qendrim Radosław Radu Rafał Raisa Raluca Răzvan Rejhan Renata Rexhep
Rimma Rinor Rodica Roksana Roksolana Rostyslav Rumen Ruslan Ryszard Safet Sandor Sanja Saša Sead Senad Senija
Sergei Sergej Sergey Sergiu Serhii Serhiy Shaban Shkelzen Shpresa Shqipe Silviu Simona Siniša Skender Slavica
Slavko Sławomir Slobodan Snežana Snježana Sofia Sofiia Solomiia Sorin Stanislav Stanislava Stanisław Stefania
Stefka Stepan Stjepan Stoyan Svetlana Svetoslav Svitlana Swetlana Sylwia Szymon Tadeusz Taras Tatiana Tatyana
Teodora Tetiana Timofei Todor Tomasz Tomek Tomislav Tsvetan Tsvetelina Tudor Tymofii Uliana Urszula Vadim
Vadym Valbona Valentina Valentyna Valeria Valerii Valeriia Valeriu Valeriy Valmir Valon Vasil Vasile Vasyl
Vedran Vesna Victor Viktor Viktoriia Violeta Viorel Viorica Visar Vitali Vitalii Vitalij Vjosa Vlad Vladimir
Vladislav Volodymyr Vyacheslav Wiesław Wiktor Wiktoria Witalij Witold Wladimir Władysław Wojciech Wojtek
Xenia Xhevdet Yaroslav Yaroslava Yevhen Yevheniia Yordan Yordanka Yulia Yuliia Yurii Yuriy Zamira Zbigniew
Zdravka Zdravko Zdzisław Željka Željko Zenon Zhanna Zhivko Zineta Zlatko Zofia Zoran Zuzanna Zuzia
Александр Александра Алексей Алёна Али Алина Алла Альбина Альбіна Альона Аліна Анастасия Анатолий Анатолій
Ангелина Ангеліна Андрей Андрій Анжела Анна Антон Антонина Аня Арина Артём Артур Ахмед Богдан Богдана Борис
Вадим Валентин Валентина Валерий Валерия Валерій Варвара Василий Василь Вероника Вероніка Виктор Виктория
Виталий Владимир Владислав Володимир Володя Вячеслав Віктор Вікторія Віолетта Віталій Галина Ганна Геннадий
Геннадій Георгий Глеб Гліб Григорий Григорій Давид Данила Данило Дарина Дарья Дар'я Денис Диана Дима Дмитрий
Дмитро Діана Евгений Евгения Егор Едуард Екатерина Елена Елизавета Елла Жанна Женя Захар Иван Игорь Илья Инна
Ира Ирина Йосип Камила Карина Катерина Катя Кира Кирилл Кирило Коля Константин Костянтин Ксения Ксенія Кіра
Лариса Лена Леонид Лидия Людмила Лідія Ліза Лілія Максим Маргарита Марина Мария Марк Мар'яна Марія Матвей
Матвій Маша Микита Микола Милана Мирослав Мирослава Михаил Михайло Мохаммед Надя Назар Наталия Наталья
Наталія Наташа Никита Николай Нина Ніна Оксана Олег Олександр Олександра Олексій Олена Ольга Оля Остап Павел
Павло Пётр Петро Полина Поліна Раиса Раїса Регина Роксолана Ростислав Руслан Рустам Савелий Саша Светлана
Світлана Семён Сергей Сергій Серёжа Соломія София Софія Станислав Станіслав Степан Таисия Тамара Таня Тарас
Татьяна Тетяна Тимофей Тимофій Тимур Ульяна Уляна Фёдор Федір Христина Эдуард Элина Эльвира Эмилия Юлия Юля
Юлія Юрий Юрій Яна Ярослав Ярослава Євген Євгенія Єлизавета Іван Ігор Ілля Ірина
"""
_OTHER_EUROPEAN = """
Aaliyah Aaron Adriana Aiden Alberto Alejandro Alessandra Alessandro Alessia Alya Amy Andrew Anouk Anthony
Antonio Arie Aylin Beatriz Bjarne Bob Bradley Bram Brian Calvin Carlos Charles Christos Courtney Daan Deborah
Derek Diego Dimitrios Donald Dylan Eduardo Edward Elijah Elina Elizabeth Emanuele Emilie Enrico Eric Ernesto
Esmee Esmeralda Ethan Fabio Federica Femke Fenna Fernanda Fernando Filippo Finnja Floris Francesca Francesco
Francisco Fynn Gary Gerben Gijs Giorgia Giorgos Giovanni Giulia Giuseppe Gonzalo Gordon Harold Heather Hector
Helen Henk Howard Ioannis Isaac Jaap Jaime Jake James Jamie Jannes Jason Javier Jayden Jeffrey Jelle Jelte
Jenny Jeremiah Jeroen Jerome Jesse Jim Jimmy Joana Joaquim Joe Joel Johan John Jonah Jonte Joost Jorge Jose
Joshua Joyce Juan Julio Juna Karen Kate Katie Kees Keith Kelly Kenneth Kimberly Klaas Koen Konstantinos
Kyriakos Larry Leo Leonardo Levi Lia Liam Lieke Lilli Lilly Linnea Loes Logan Lorenzo Luan Luigi Luuk Maarten
Malia Malina Malou Manolis Marijke Marloes Mary Mats Matteo Matthew Mattis Maurizio Maya Mees Melina Mia
Miguel Mila Milan Molly Natasha Nathan Neele Neil Nele Nicholas Niels Nikolaos Noah Pablo Paolo Patrizia
Pedro Pepe Piet Pieter Rachel Raffaele Randy Renske Ricardo Roberto Rodney Romina Ronald Rui Russell Ruud
Ryan Salvatore Samantha Sanne Scott Sean Sergio Sharon Shaun Sjoerd Stefano Stephen Steven Stuart Susan
Teresa Tess Thijs Thilo Tiago Tiffany Tim Timothy Tjark Tom Tony Tracy Tyler Veronica Vincenzo Virginia Vito
Wayne Wesley Willem William Wim Wouter Zachary Zoe
"""
_ALSO_WORDS = """
Abel Abu Ada Adam Adil Aga Alan Alma Alp Amal Amelia Amin Ana André Anne April Ariel Arman Arta Arzu Asia
Aslı Asya August Aurora Ayan Ayaz Azad Bahadır Bahar Barış Bas Bayram Bela Ben Berg Besa Bill Björk Blessing
Bora Brandon Can Cem Cennet Chris Christ Dan Dana Davor Dean Deniz Derya Destan Destiny Dila Dilber Dilek
Döndü Dora Ece Edin Ege Ela Elia Eliza Elma Emin Emir Ender Enno Eren Ernst Eser Eylem Eylül Ezgi Fadi Falk
Fatim Favour Felicitas Gil Ginger Gizem Gloria Gönül Golo Grace Granit Gül Güneş Güven Hadi Hakkı Hala Hani
Hasret Hayat Hazal Hediye Heide Heiderose Hilal Hope Ida Iman Ingrida Inka Inna Islam Iva Ivo Iwan Jack Jamal
Jan Jane Jet Jihad Jo Jon Jood Jordan Joy Juli July June Kader Karim Karima Kay Kaya Kim Kira Kurt Lale Lasse
Lech Lenny Lou Luna Maja Mara Marc Mark Marvel Max May Melek Mercedes Merit Merlin Mert Metin Mikołaj Mine
Mira Nada Nala Nick Nikolaus Nil Nimet Noel Norma Nur Ömür Özgür Okay Olivier Onur Otto Paris Pascha Pia
Precious Ramazan Rana Ray Raya Rob Roman Ron Rosa Rose Rosen Saad Saadet Saba Sabah Sadık Şahin Said Salam
Sam Samar Sami Santiago Satı Savaş Selam Sema Semen Sena Servet Sevda Sevgi Sevil Sham Sky Soner Star Sude
Sultan Summer Sunny Suzan Tara Till Toprak Turan Ümit Ufuk Uğur Umut Vasco Veli Vera Viola Wanda Wolf Wolke
Yağmur Yana Yaşar Yasin Yazan Yeter Yıldız Zafer Zara Zeki Zeus Zorn
Вера Віра Герман Злата Зоя Лев Любов Любовь Марта Мир Надежда Надія Рада Роман Света Слава
أمل آمنة أمين إيمان باسم جمال جميل جميلة جود حسن دعاء رضا سالم سعيد سلام سمير شادي شهد صادق صالح عادل عبد علي
عمر عمرو فادي فرح كريم كمال ليلى ملك منصور منى مها ناصر نور هاجر هادي هدى
"""

_BARE = str.maketrans("äöüÄÖÜ", "aouAOU")
"""The umlaut left out: "Gökhan" is typed Goekhan and Gokhan."""
_UNMISTAKABLE = (
    _GERMAN + _TURKISH_AND_KURDISH + _ARABIC_PERSIAN_AND_AFRICAN + _SLAVIC_AND_BALKAN + _OTHER_EUROPEAN
)

ALSO_WORDS = word_set(_ALSO_WORDS + _ALSO_WORDS.translate(_BARE))
FIRST_NAMES = word_set(_UNMISTAKABLE + _UNMISTAKABLE.translate(_BARE)) - ALSO_WORDS
