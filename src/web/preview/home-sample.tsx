import { CardLinks, Heading, LinkButton, ResidentPage, typeIcon } from '#ui'
import { links } from './links.ts'
import type { Samples } from './samples.ts'

export const home: Samples[string] = (say) => (
  <ResidentPage title={say('الصفحة الرئيسية', 'Home')} links={links(say)} wide>
    <Heading
      title={say('صوتك مسموع، والرد في موعده', 'Your voice is heard, and answered on time')}
      lead={say(
        'اسأل أو اشتكِ أو اقترح أو أثنِ. نخبرك فورًا باليوم الذي نجيبك فيه، ومن عنده طلبك.',
        'Ask, complain, suggest or praise. We tell you at once the day of the answer, and who has your case.',
      )}
      acts={<LinkButton href="#start">{say('ابدأ طلبًا جديدًا', 'Start a new case')}</LinkButton>}
    />
    <CardLinks
      links={[
        {
          href: '#inquiry',
          icon: typeIcon('inquiry'),
          title: say('استفسار', 'Inquiry'),
          text: say('سؤال عن خدمة أو إجراء', 'A question about a service'),
        },
        {
          href: '#complaint',
          icon: typeIcon('complaint'),
          title: say('شكوى', 'Complaint'),
          text: say('شيء لم يتم كما يجب', 'Something was not done as it should be'),
        },
        {
          href: '#suggestion',
          icon: typeIcon('suggestion'),
          title: say('اقتراح', 'Suggestion'),
          text: say('فكرة لخدمة أفضل', 'An idea for a better service'),
        },
        {
          href: '#praise',
          icon: typeIcon('praise'),
          title: say('ثناء', 'Praise'),
          text: say('شكر لمن أحسن إليك', 'Thanks to someone who served you well'),
        },
        {
          href: '#violation',
          icon: typeIcon('violation'),
          title: say('إبلاغ عن مخالفة', 'Report of a violation'),
          text: say('بلاغ سري لمكتب النزاهة', 'A sealed report to the integrity office'),
        },
      ]}
    />
  </ResidentPage>
)
