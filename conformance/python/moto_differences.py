"""Where moto answers otherwise than AWS, it is set right here, once, before anything is asked."""

from moto.iam.access_control import PermissionResult
from moto.iam.policy_validation import SERVICE_TYPE_REGION_INFORMATION_ERROR_ASSOCIATIONS
from moto.iam.responses import IamResponse
from moto.s3.models import FakeBucket


def set_right():
    # moto takes a Deny of a bucket policy without its conditions and principals. The judge has decided before.
    FakeBucket.get_permission = lambda *_: PermissionResult.NEUTRAL
    # moto knows access points only; instances of S3 Access Grants are of a region too.
    # https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-resources-for-iam-policies
    SERVICE_TYPE_REGION_INFORMATION_ERROR_ASSOCIATIONS["s3"]["valid_starting_values"].append("access-grants/")
    keep_boundaries_of_users()


def keep_boundaries_of_users():
    """moto keeps a role's boundary, but forgets the one with which a user is created.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
    """
    create_user = IamResponse.create_user

    def create_and_keep(response):
        answer = create_user(response)
        boundary = response._get_param("PermissionsBoundary")
        if boundary:
            user = response.backend.get_user(response._get_param("UserName"))
            user.permissions_boundary_arn = boundary
            user.permissions_boundary = {
                "PermissionsBoundaryType": "PermissionsBoundaryPolicy",
                "PermissionsBoundaryArn": boundary,
            }
        return answer

    IamResponse.create_user = create_and_keep
